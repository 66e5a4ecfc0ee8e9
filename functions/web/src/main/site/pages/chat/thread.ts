import type { Message } from '../../api/chat.ts';

/** A message on its way, until it comes back with a number. */
export interface Pending {
  readonly clientId: string;
  readonly text: string;
  readonly failed: boolean;
}

/** Messages by number, each once, the newer knowledge of one winning. */
export function merged(known: readonly Message[], more: readonly Message[]): readonly Message[] {
  if (!more.length) return known;
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of more) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** The number after which something is missing, or null. */
export function gapAfter(known: readonly Message[]): number | null {
  for (let i = 1; i < known.length; i++) if (known[i]!.seq !== known[i - 1]!.seq + 1) return known[i - 1]!.seq;
  return null;
}

export const lastOf = (known: readonly Message[]): number => known.at(-1)?.seq ?? 0;

export const withoutText = (known: readonly Message[], seq: number): readonly Message[] =>
  known.map((message) => (message.seq === seq ? { ...message, text: undefined, deleted: true } : message));

/** Whether a message goes on where the one before it stopped: the same writer, at once. */
const AT_ONCE_MILLIS = 4 * 60_000;
export const continues = (before: Message | undefined, message: Message): boolean =>
  before !== undefined && before.kind === 'text' && message.kind === 'text' && before.userId === message.userId && message.madeAtMillis - before.madeAtMillis < AT_ONCE_MILLIS;
