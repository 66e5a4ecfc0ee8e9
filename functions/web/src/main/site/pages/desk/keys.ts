import { http } from '../../core/site.ts';

/** Keys of refunds that were sent and not answered: sent once more they must not be others. */
const keys = new Map<string, string>();

export function keyFor(orderId: string, amount: number, reason: string): string {
  const what = `${orderId} ${amount} ${reason}`;
  const key = keys.get(what) ?? http.newKey();
  keys.set(what, key);
  return key;
}

/** An answer came: the next one is another refund, even of the same amount. */
export function spent(key: string): void {
  for (const [what, known] of keys) if (known === key) keys.delete(what);
}
