import { query } from '../core/query.ts';
import { http } from '../core/site.ts';
import type { SecurityEvent } from './member.ts';
import type { Claim } from './party.ts';

export interface LineSuggestion {
  suggestionId: number;
  titleId: number;
  title: string;
  line: string;
  speaker?: string;
  state: 'waiting' | 'accepted' | 'refused';
  userId?: number;
  suggestedMillis: number;
  refusal?: string;
}

export interface Reported {
  kind: 'review' | 'post';
  id: number;
  headline: string;
  excerpt: string;
  reports: number;
  hidden: boolean;
  reasons: Record<string, number>;
}

export interface ReportedMessage {
  partyId: number;
  seq: number;
  userId?: number;
  nickname?: string;
  text?: string;
  deleted: boolean;
  reports: number;
  reasons: string[];
  sinceMillis: number;
}

export const suggestions = (after: number | null, signal?: AbortSignal) =>
  http.get<{ suggestions: LineSuggestion[]; next?: number }>(`/admin/line-suggestions${query({ after })}`, { signal, fresh: true });
export const acceptLine = (id: number) => http.send('POST', `/admin/line-suggestions/${id}/acceptance`, {});
export const refuseLine = (id: number, reason: string) => http.send('POST', `/admin/line-suggestions/${id}/refusal`, { reason });
export const reports = (signal?: AbortSignal) =>
  http.get<{ reported: Reported[] }>('/admin/reports', { signal, fresh: true }).then((answer) => answer.reported);
export const hide = (kind: 'review' | 'post', id: number, hidden: boolean) => http.send('PUT', `/admin/${kind}s/${id}/visibility`, { hidden });
export const messageReports = (signal?: AbortSignal) =>
  http.get<{ reported: ReportedMessage[] }>('/admin/message-reports', { signal, fresh: true }).then((answer) => answer.reported);
export const decideMessage = (partyId: number, seq: number, removed: boolean) =>
  http.send('PUT', `/admin/parties/${partyId}/messages/${seq}/decision`, { removed });
export const claimsToDecide = (after: number | null, signal?: AbortSignal) =>
  http.get<{ claims: Claim[]; next?: number }>(`/admin/claims${query({ after })}`, { signal, fresh: true });
export const decideClaim = (claimId: number, uphold: boolean, text: string) =>
  http.send<Claim>('POST', `/admin/claims/${claimId}/decision`, { uphold, text });
export const giveRole = (userId: number, role: 'user' | 'admin') => http.send('PUT', `/admin/users/${userId}/role`, { role });
export const eventsOf = (userId: number, signal?: AbortSignal) =>
  http.get<{ events: SecurityEvent[] }>(`/admin/users/${userId}/security-events`, { signal, fresh: true }).then((answer) => answer.events);
