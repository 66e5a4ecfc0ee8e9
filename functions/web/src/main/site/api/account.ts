import type { Session } from '../core/session.ts';
import { begin, http, sessions } from '../core/site.ts';

export interface Me {
  userId: number;
  nickname: string;
  email?: string;
  emailVerified: boolean;
  hasPassword: boolean;
  ageBand?: string;
  language: 'ko' | 'en';
  autoplay: boolean;
  admin: boolean;
  picks: number;
  ratings: number;
}

export interface Provider {
  provider: string;
  name: string;
  startPath: string;
}

export const AGE_BANDS = ['14', '15-18', '19-29', '30-39', '40-49', '50-59', '60+'] as const;

export const signUp = async (account: { email: string; password: string; nickname: string; ageBand?: string; language: string }) =>
  begin(await http.send<Session>('POST', '/accounts', account));
export const logIn = async (account: { email: string; password: string }) => begin(await http.send<Session>('POST', '/sessions', account));

/** Forgotten here at once, and there as soon as it can be reached. */
export async function logOut(): Promise<void> {
  sessions.set(null);
  await http.send('DELETE', '/sessions/current').catch(() => undefined);
}

export const available = (nickname: string, signal?: AbortSignal) =>
  http.get<{ available: boolean }>(`/accounts/availability?nickname=${encodeURIComponent(nickname)}`, { signal });
export const providers = (signal?: AbortSignal) =>
  http.get<{ providers: Provider[] }>('/social/providers', { signal }).then((answer) => answer.providers);
export const me = (signal?: AbortSignal) => http.get<Me>('/me', { signal, fresh: true });
export const forgot = (email: string) => http.send('POST', '/password-resets', { email });
export const reset = (token: string, password: string) => http.send('POST', '/password-resets/complete', { token, password });
export const verify = (token: string) => http.send('POST', '/email-verifications', { token });
export const changeEmail = (token: string) => http.send('POST', '/email-changes/complete', { token });
export const stopEmailChange = (token: string) => http.send('POST', '/email-changes/stop', { token });
export const linkWaiting = (provider: string) => http.send('PUT', `/me/identities/${provider}`);

/** Where a log-in at a provider begins; it comes back to the path. */
export const wayTo = (provider: Provider, returnTo: string) => `${provider.startPath}?returnTo=${encodeURIComponent(returnTo)}`;
