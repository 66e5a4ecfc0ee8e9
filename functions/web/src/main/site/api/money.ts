import { query } from '../core/query.ts';
import { http } from '../core/site.ts';

export interface RefundLine {
  refundId: string;
  amount: number;
  fee: number;
  feeVat: number;
  reason: string;
  decidedAt: string;
  /** Absent while it is on its way. */
  doneAt?: string;
}

export interface Receipt {
  number: string;
  orderId: string;
  paidAt: string;
  /** Taken without anything being bought, and given back. */
  unwanted: boolean;
  partyId: number;
  title: string;
  service: string;
  planName: string;
  from?: string;
  until?: string;
  share: number;
  fee: number;
  feeSupply: number;
  feeVat: number;
  total: number;
  method?: string;
  refunds: RefundLine[];
  kept: number;
}

export interface Payout {
  payoutId: number;
  period: string;
  partyId: number;
  title: string;
  service: string;
  amount: number;
  paidAt: string;
}

export const payments = (before: number | null, signal?: AbortSignal) =>
  http.get<{ payments: Receipt[]; next?: number }>(`/me/payments${query({ after: before })}`, { signal, fresh: true });
export const payouts = (before: number | null, signal?: AbortSignal) =>
  http.get<{ waiting: number; payouts: Payout[]; next?: number }>(`/me/payouts${query({ after: before })}`, { signal, fresh: true });
export const receipt = (orderId: string, signal?: AbortSignal) => http.get<Receipt>(`/orders/${encodeURIComponent(orderId)}/receipt`, { signal, fresh: true });
/** A year as a table. */
export const exportOf = (what: 'payments' | 'payouts', year: number) => http.file(`/me/${what}/export${query({ year })}`);
