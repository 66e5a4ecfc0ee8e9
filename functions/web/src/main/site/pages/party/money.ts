import type { LedgerEntry } from '../../api/party.ts';

/** What an entry's lines add up to: nothing, always. */
export const sumOf = (entry: LedgerEntry): number => entry.lines.reduce((sum, line) => sum + line.amount, 0);

const of = (entries: readonly LedgerEntry[], reason: string, account: string) =>
  entries
    .filter((entry) => entry.reason === reason)
    .flatMap((entry) => entry.lines)
    .filter((line) => line.account === account)
    .reduce((sum, line) => sum + Math.abs(line.amount), 0);

/** A host's side of a ledger: credited for days served, and paid out. */
export function hostMoney(entries: readonly LedgerEntry[]): { earned: number; paidOut: number; toCome: number } {
  const earned = of(entries, 'served', 'host');
  const paidOut = of(entries, 'payout', 'host');
  return { earned, paidOut, toCome: earned - paidOut };
}
