import { query } from '../core/query.ts';
import { http } from '../core/site.ts';
import type { SecurityEvent } from './member.ts';
import type { Claim, LedgerEntry } from './party.ts';

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

/** A payment as a list names it. */
export interface DeskOrder {
  orderId: string;
  partyId: number;
  userId: number;
  name: string;
  share: number;
  fee: number;
  total: number;
  state: 'awaiting' | 'asked' | 'paid' | 'failed' | 'expired' | 'returning' | 'returned';
  reason?: string;
  askedAt: string;
}

/** A payment with everything that its money did. */
export interface DeskPayment {
  order: DeskOrder;
  hostId: number;
  /** What may be given back here now. */
  possible: number;
  entries: LedgerEntry[];
  sum: number;
}

export interface Refund {
  refundId: string;
  orderId: string;
  partyId: number;
  userId: number;
  amount: number;
  reason: string;
  state: 'open' | 'done';
  attempts: number;
  decidedAt: string;
  doneAt?: string;
  nextTryAt?: string;
}

export interface Proposal {
  proposalId: number;
  orderId: string;
  partyId: number;
  userId: number;
  amount: number;
  reason: string;
  needsTwo: boolean;
  state: 'proposed' | 'approved' | 'declined' | 'expired';
  proposedBy: number;
  proposedAt: string;
  expiresAt: string;
  decidedBy?: number;
}

export interface DeskAction {
  actionId: number;
  actorId: number;
  action: string;
  subjectId: number;
  partyId: number;
  amount: number;
  text?: string;
  at: string;
}

/** A run of the import; the counts are of titles. */
export interface ImportRun {
  runId: number;
  mode: 'full' | 'incremental' | 'comparison';
  dry: boolean;
  state: 'asked' | 'running' | 'done' | 'failed' | 'off';
  reason?: string;
  askedMillis: number;
  startedMillis?: number;
  finishedMillis?: number;
  changesFrom?: string;
  changesTo?: string;
  invocations: number;
  calls: number;
  throttled: number;
  repeated: number;
  added: number;
  changed: number;
  unchanged: number;
  vanished: number;
  absent: number;
  refused: number;
  failed: number;
  waiting: number;
  pagesWaiting: number;
  pagesFailed: number;
}

export interface ImportedTitle {
  kind: 'film' | 'series';
  tmdbId: number;
  state: 'added' | 'changed' | 'vanished' | 'refused' | 'failed' | 'unchanged' | 'absent';
  titleId?: number;
  title?: string;
  fields?: string;
  reason?: string;
}

export const ordersOf = (userId: number, signal?: AbortSignal) =>
  http.get<{ orders: DeskOrder[] }>(`/admin/orders${query({ userId })}`, { signal, fresh: true }).then((answer) => answer.orders);
export const payment = (orderId: string, signal?: AbortSignal) => http.get<DeskPayment>(`/admin/orders/${encodeURIComponent(orderId)}`, { signal, fresh: true });
export const refunds = (state: string | null, after: number | null, signal?: AbortSignal) =>
  http.get<{ refunds: Refund[]; next?: number }>(`/admin/refunds${query({ state, after })}`, { signal, fresh: true });
export const proposals = (after: number | null, signal?: AbortSignal) =>
  http.get<{ proposals: Proposal[]; next?: number }>(`/admin/refund-proposals${query({ state: 'proposed', after })}`, { signal, fresh: true });
export const giveBack = (orderId: string, amount: number, reason: string, idempotencyKey: string) =>
  http.send<Proposal>('POST', '/admin/refunds', { orderId, amount, reason }, { idempotencyKey });
export const approveRefund = (id: number) => http.send<Proposal>('POST', `/admin/refund-proposals/${id}/approval`);
export const declineRefund = (id: number, why: string) => http.send<Proposal>('POST', `/admin/refund-proposals/${id}/refusal`, { text: why });
export const actions = (after: number | null, signal?: AbortSignal) =>
  http.get<{ actions: DeskAction[]; next?: number }>(`/admin/desk-actions${query({ after })}`, { signal, fresh: true });
export const importRuns = (signal?: AbortSignal) => http.get<{ runs: ImportRun[] }>('/admin/imports', { signal, fresh: true }).then((answer) => answer.runs);
export const importReport = (runId: number, state: string | null, after: string | null, signal?: AbortSignal) =>
  http.get<{ run: ImportRun & { titles: ImportedTitle[] }; next?: string }>(`/admin/imports/${runId}${query({ state, after })}`, { signal, fresh: true });
export const startImport = (mode: 'full' | 'incremental', dry: boolean) => http.send<{ runId: number; state: string }>('POST', '/admin/imports', { mode, dry });
export const sayOffer = (titleId: number, service: string, available: boolean, source: string, asOf: string) =>
  http.send('PUT', `/admin/titles/${titleId}/services/${service}`, { available, source, asOf });
export const forgetOffer = (titleId: number, service: string) => http.send('DELETE', `/admin/titles/${titleId}/services/${service}`);
export const feesOf = (year: number) => http.file(`/admin/fees/export${query({ year })}`);
