const FIRST_MILLIS = 1_000;
const LONGEST_MILLIS = 30_000;

/** How long to wait before the next attempt: twice as long each time, and not everybody at once. */
export function pauseBefore(attempt: number, random: number): number {
  const most = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.max(0, attempt - 1));
  return Math.round(most * (0.5 + random / 2));
}
