/** What only those inside a party see: the shared log-in, and who watches when. */
import { query } from '../core/query.ts';
import { http } from '../core/site.ts';

export type VaultLock = 'NOT_NEEDED' | 'CLOSED' | 'CLAIM' | 'UNPAID' | 'EMPTY' | 'LIMIT';

export interface Vault {
  stored: boolean;
  version: number;
  savedAt?: string;
  /** Somebody has left since the password was stored. */
  stale: boolean;
  changeBy?: string;
  locked?: VaultLock;
  revealsLeft: number;
}

export interface LogIn {
  account: string;
  password: string;
  version: number;
  stale: boolean;
}

export interface Seen {
  nickname?: string;
  own: boolean;
  host: boolean;
  version: number;
  at: string;
}

export interface Reservation {
  reservationId: number;
  screen: number;
  nickname?: string;
  own: boolean;
  /** In Korea's time, as 2026-12-01T20:15:00+09:00. */
  from: string;
  to: string;
}

export interface ScreenDay {
  day: string;
  screens: number;
  stepMinutes: number;
  reservations: Reservation[];
}

export const vault = (id: number, signal?: AbortSignal) => http.get<Vault>(`/parties/${id}/vault`, { signal, fresh: true });
export const saveVault = (id: number, account: string, password: string) => http.send<Vault>('PUT', `/parties/${id}/vault`, { account, password });
export const reveal = (id: number) => http.send<LogIn>('POST', `/parties/${id}/vault/reveal`);
export const eraseVault = (id: number) => http.send('DELETE', `/parties/${id}/vault`);
export const reveals = (id: number, before: number | null, signal?: AbortSignal) =>
  http.get<{ reveals: Seen[]; next?: number }>(`/parties/${id}/vault/reveals${query({ after: before })}`, { signal, fresh: true });

export const screens = (id: number, day: string, signal?: AbortSignal) =>
  http.get<ScreenDay>(`/parties/${id}/screens${query({ day })}`, { signal, fresh: true });
export const reserve = (id: number, from: string, minutes: number) =>
  http.send<Reservation>('POST', `/parties/${id}/screens`, { from, minutes });
export const free = (id: number, reservationId: number) => http.send('DELETE', `/parties/${id}/screens/${reservationId}`);
