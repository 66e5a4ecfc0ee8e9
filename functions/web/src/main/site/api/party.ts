import { query } from '../core/query.ts';
import { http } from '../core/site.ts';

export interface PartyPlan {
  service: string;
  plan: string;
  name: string;
  englishName: string;
  price: number;
  seats: number;
  seatType: string;
  seatPrice?: number;
  relation: Relation;
  rule: string;
  englishRule: string;
  ruleSource: string;
  ruleAsOf: string;
  fee: number;
}

export type Relation = 'household' | 'friends' | 'strangers';

/** A month in full: nothing is added later. */
export interface PriceLine {
  share: number;
  fee: number;
  total: number;
}

export interface ListedParty {
  partyId: number;
  service: string;
  plan: string;
  planName: string;
  title: string;
  host: string;
  seats: number;
  free: number;
  monthly: PriceLine;
  startsOn: string;
}

export interface Seat {
  position: number;
  share: number;
  state: 'free' | 'locked' | 'taken';
  nickname?: string;
  membershipId?: number;
  own?: boolean;
}

export interface PartyDetail {
  partyId: number;
  host: string;
  service: string;
  plan: string;
  planName: string;
  seatType: string;
  title: string;
  relation: Relation;
  state: 'open' | 'paused' | 'closed';
  price: number;
  monthly: PriceLine;
  startsOn: string;
  firstDay: string;
  nextChargeOn: string;
  hasFreeSeat: boolean;
  seats: Seat[];
  rule: { rule: string; source: string; asOf: string };
  offered?: boolean;
  inviteCode?: string;
}

export interface MyParty {
  partyId: number;
  title: string;
  service: string;
  plan: string;
  state: 'open' | 'paused' | 'closed';
  host: boolean;
  membershipId?: number;
  membershipState?: string;
  paidUntil?: string;
  /** Since when there is access; while there is none, `accessBy` is when that is taken as said. */
  accessOn?: string;
  accessBy?: string;
  /** Absent for a host. */
  renews?: boolean;
  renewsOn?: string;
  monthly?: number;
  changePasswordBy?: string;
}

export interface RefundPreview {
  day: number;
  days: number;
  paid: number;
  ifYouLeave: number;
  ifItEnds: number;
  toHost: number;
}

/** What the provider's window is opened with; the API says where that is. */
export interface PayWindow {
  clientKey: string;
  orderId: string;
  orderName: string;
  price: number;
  standIn?: string;
}

export interface Order {
  orderId: string;
  partyId: number;
  state: 'awaiting' | 'asked' | 'paid' | 'failed' | 'expired' | 'returning' | 'returned';
  reason?: string;
  share: number;
  fee: number;
  total: number;
  lockedUntil?: string;
  window?: PayWindow;
}

export interface LedgerLine {
  account: string;
  amount: number;
  who?: string;
}

export interface LedgerEntry {
  entryId: number;
  reason: string;
  at: string;
  lines: LedgerLine[];
}

export interface Ledger {
  entries: LedgerEntry[];
  sum: number;
  next?: number;
}

export interface Claim {
  claimId: number;
  partyId: number;
  membershipId: number;
  kind: 'no_access' | 'access_lost';
  evidence: string;
  state: 'open' | 'escalated' | 'proposed' | 'upheld' | 'rejected' | 'withdrawn';
  openedAt: string;
  answerBy: string;
  answer?: string;
  stake: number;
  needsTwo: boolean;
  proposed?: boolean;
  decision?: string;
}

export interface NewParty {
  service: string;
  plan: string;
  title: string;
  seats: number;
  relation: Relation;
  startsOn: string;
}

const codeQuery = (code: string | null) => query({ code });

export const plans = (signal?: AbortSignal) => http.get<{ plans: PartyPlan[] }>('/party-plans', { signal }).then((answer) => answer.plans);
export const parties = (wanted: Record<string, string | number | null | undefined>, signal?: AbortSignal) =>
  http.get<{ parties: ListedParty[]; next?: number }>(`/parties${query(wanted)}`, { signal, fresh: true });
export const party = (id: number, code: string | null, signal?: AbortSignal) =>
  http.get<PartyDetail>(`/parties/${id}${codeQuery(code)}`, { signal, fresh: true });
export const refundPreview = (id: number, day: number, code: string | null, signal?: AbortSignal) =>
  http.get<RefundPreview>(`/parties/${id}/refund-preview${query({ day, code })}`, { signal });
export const myParties = (signal?: AbortSignal) =>
  http.get<{ parties: MyParty[] }>('/me/parties', { signal, fresh: true }).then((answer) => answer.parties);
export const create = (wanted: NewParty, idempotencyKey: string) => http.send<PartyDetail>('POST', '/parties', wanted, { idempotencyKey });
export const move = (id: number, state: 'open' | 'paused') => http.send('PUT', `/parties/${id}/state`, { state });
export const close = (id: number) => http.send('DELETE', `/parties/${id}`);
export const remove = (id: number, membershipId: number, rule: string, text: string) =>
  http.send('POST', `/parties/${id}/members/${membershipId}/removal`, text ? { rule, text } : { rule });
export const offerHost = (id: number, membershipId: number) => http.send('PUT', `/parties/${id}/host-offer`, { membershipId });
export const takeOver = (id: number) => http.send('POST', `/parties/${id}/host`);
export const join = (id: number, code: string | null, idempotencyKey: string) =>
  http.send<Order>('POST', `/parties/${id}/join`, code ? { code } : {}, { idempotencyKey });
export const order = (orderId: string, signal?: AbortSignal) => http.get<Order>(`/orders/${orderId}`, { signal, fresh: true });
/** The same receipt again changes nothing, so the key is the order's own. */
export const confirm = (orderId: string, receiptId: string) =>
  http.send<Order>('POST', `/orders/${orderId}/confirm`, { receiptId }, { idempotencyKey: `confirm-${orderId}` });
export const confirmAccess = (id: number) => http.send('POST', `/parties/${id}/access`);
export const leave = (id: number, when: 'now' | 'month-end' | 'never') => http.send<{ givenBack: number }>('POST', `/parties/${id}/leave`, { when });
export const resume = (id: number) => http.send<{ state: 'paid' | 'asked' }>('POST', `/parties/${id}/resume`);
export const ledger = (id: number, after: number | null, signal?: AbortSignal) =>
  http.get<Ledger>(`/parties/${id}/ledger${query({ after })}`, { signal, fresh: true });
export const claims = (id: number, signal?: AbortSignal) =>
  http.get<{ claims: Claim[] }>(`/parties/${id}/claims`, { signal, fresh: true }).then((answer) => answer.claims);
export const openClaim = (id: number, kind: 'NO_ACCESS' | 'ACCESS_LOST', evidence: string) =>
  http.send<Claim>('POST', `/parties/${id}/claims`, { kind, evidence });
export const answerClaim = (claimId: number, agree: boolean, text: string) =>
  http.send<Claim>('POST', `/claims/${claimId}/answer`, agree ? { agree } : { agree, text });
export const withdrawClaim = (claimId: number) => http.send('POST', `/claims/${claimId}/withdrawal`);
export const card = (signal?: AbortSignal) =>
  http.get<{ registered: boolean; card?: string; registeredAt?: string }>('/me/billing-key', { signal, fresh: true });
export const beginCard = () => http.send<{ clientKey: string; subscriptionId: string; standIn?: string }>('POST', '/me/billing-key');
export const registerCard = (receiptId: string) => http.send<{ registered: boolean; card?: string }>('PUT', '/me/billing-key', { receiptId });
export const removeCard = () => http.send('DELETE', '/me/billing-key');
