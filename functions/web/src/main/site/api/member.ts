import { query } from '../core/query.ts';
import { http } from '../core/site.ts';
import { uploadPhoto, type Picture } from './community.ts';

export interface Profile {
  userId: number;
  nickname: string;
  bio?: string;
  language: 'ko' | 'en';
  autoplay: boolean;
  ageBand?: string;
  visibility: 'public' | 'private';
  picture: Picture;
}

export interface Member {
  userId: number;
  nickname: string;
  visibility: 'public' | 'private';
  picture: Picture;
  bio?: string;
  followers?: number;
  following?: number;
  relation?: 'following' | 'requested';
}

export interface Followed {
  userId: number;
  nickname: string;
  picture: Picture;
  state: string;
}

export interface ListEntry {
  titleId: number;
  title: string;
  originalTitle: string;
  year?: number;
  kind: string;
  poster: string;
  at: string;
  stars?: number;
  reaction?: 'like' | 'dislike';
  seconds?: number;
  finished?: boolean;
}

export type ListName = 'ratings' | 'wishes' | 'watches' | 'dismissals' | 'reactions';

export interface Favourite {
  name: string;
  id?: number;
  titles: number;
  mean: number;
}

export interface Taste {
  ratings: number;
  mean?: number;
  distribution: Record<string, number>;
  crowd: { titles: number; enough: boolean; correlation?: number; difference?: number };
  genres: Favourite[];
  directors: Favourite[];
  actors: Favourite[];
}

export interface TasteMatch {
  userId: number;
  nickname: string;
  commonTitles: number;
  enough: boolean;
  percent?: number;
  starsApart?: number;
}

export interface ImportReport {
  encoding: string;
  scale: number;
  lines: number;
  matched: number;
  twice: number;
  withoutRating: number;
  unknown: number;
  ambiguous: number;
  invalid: number;
  unknownLines: { line: number; title: string; year?: number; titleIds: number[] }[];
  ambiguousLines: { line: number; title: string; year?: number; titleIds: number[] }[];
  invalidLines: { line: number; reason: string }[];
  added?: number;
  changed?: number;
  kept?: number;
  again?: boolean;
}

export interface Device {
  sessionId: string;
  device: string;
  network: string;
  openedAt: string;
  lastSeenAt: string;
  current: boolean;
}

export interface SecurityEvent {
  eventId: number;
  kind: string;
  occurredAt: string;
  device?: string;
  network?: string;
}

export const profile = (signal?: AbortSignal) => http.get<Profile>('/me/profile', { signal, fresh: true });
export const changeProfile = (change: Partial<Pick<Profile, 'nickname' | 'bio' | 'language' | 'autoplay' | 'ageBand' | 'visibility'>>) =>
  http.send<Profile>('PATCH', '/me/profile', change);
export const putPhoto = async (picture: Blob) =>
  http.send<{ picture: Picture }>('POST', '/me/photo', { upload: await uploadPhoto('/me/photo/uploads', picture) });
export const removePhoto = () => http.send('DELETE', '/me/photo');
export const member = (id: number, signal?: AbortSignal) => http.get<Member>(`/users/${id}`, { signal, fresh: true });
export const follow = (id: number) => http.send<{ state: 'following' | 'requested' }>('PUT', `/me/following/${id}`);
export const unfollow = (id: number) => http.send('DELETE', `/me/following/${id}`);
export const accept = (id: number) => http.send('PUT', `/me/followers/${id}`);
export const refuse = (id: number) => http.send('DELETE', `/me/followers/${id}`);
export const followed = (list: 'following' | 'followers' | 'follow-requests', after: number | null, signal?: AbortSignal) =>
  http.get<{ users: Followed[]; next?: number }>(`/me/${list}${query({ after })}`, { signal, fresh: true });
export const tasteMatch = (id: number, signal?: AbortSignal) => http.get<TasteMatch>(`/users/${id}/taste-match`, { signal, fresh: true });

export const list = (name: ListName, cursor: string | null, signal?: AbortSignal) =>
  http.get<{ titles: ListEntry[]; next?: string }>(`/me/${name}${query({ cursor })}`, { signal, fresh: true });
export const taste = (signal?: AbortSignal) => http.get<Taste>('/me/taste', { signal, fresh: true });
export const importRatings = (file: Blob, existing: 'keep' | 'replace', scale: string) =>
  http.upload<ImportReport>(`/me/ratings/imports${query({ existing, scale })}`, file);

export const undoRating = (id: number) => http.send<{ undone: boolean; stars?: number }>('POST', `/titles/${id}/rating/undo`);
export const react = (id: number, reaction: 'like' | 'dislike' | null) =>
  reaction ? http.send('PUT', `/titles/${id}/reaction`, { reaction }) : http.send('DELETE', `/titles/${id}/reaction`);
export const wish = (id: number, wished: boolean) => http.send(wished ? 'PUT' : 'DELETE', `/titles/${id}/wish`);
export const dismiss = (id: number, dismissed: boolean) => http.send(dismissed ? 'PUT' : 'DELETE', `/titles/${id}/dismissal`);
export const watched = (id: number) => http.send('PUT', `/titles/${id}/progress`, { finished: true });

export const devices = (signal?: AbortSignal) =>
  http.get<{ sessions: Device[] }>('/me/sessions', { signal, fresh: true }).then((answer) => answer.sessions);
export const endDevice = (sessionId: string) => http.send('DELETE', `/me/sessions/${encodeURIComponent(sessionId)}`);
export const endAllDevices = () => http.send('DELETE', '/me/sessions');
export const securityEvents = (before: number | null, signal?: AbortSignal) =>
  http.get<{ events: SecurityEvent[]; next?: number }>(`/me/security-events${query({ before })}`, { signal, fresh: true });
export const identities = (signal?: AbortSignal) =>
  http.get<{ password: boolean; identities: { provider: string; email?: string; linkedAt: string }[] }>('/me/identities', { signal, fresh: true });
export const linkIdentity = (provider: string, password: string, returnTo: string) =>
  http.send<{ authorizeUrl: string }>('POST', `/me/identities/${provider}${query({ returnTo })}`, password ? { password } : {});
export const unlinkIdentity = (provider: string) => http.send('DELETE', `/me/identities/${provider}`);
export const changePassword = (current: string, password: string) =>
  http.send('PUT', '/me/password', current ? { current, password } : { password });
export const askEmailChange = (email: string, password: string) => http.send('POST', '/me/email', password ? { email, password } : { email });
export const askVerification = () => http.send('POST', '/me/email-verification');
export const exported = () => http.get<unknown>('/me/export', { fresh: true });
export const deleteAccount = (password: string, ratings: 'keep' | 'erase') =>
  http.send('DELETE', '/me', password ? { password, ratings } : { ratings });
