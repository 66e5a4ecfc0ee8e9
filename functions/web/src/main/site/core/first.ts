/** A request that the page itself has made before its code had come (first.ts). */
export interface Asked {
  readonly authorization?: string;
  readonly answer: Promise<Response>;
}

/** The answer to what was asked already by the same person; each is taken once. */
export function askedBefore(path: string, init: RequestInit): Promise<Response> | null {
  const all = (globalThis as { twoAsked?: Record<string, Asked> }).twoAsked;
  const asked = all?.[path];
  if (!all || !asked || (init.method ?? 'GET') !== 'GET') return null;
  delete all[path];
  const headers = (init.headers ?? {}) as Record<string, string>;
  return headers.authorization === asked.authorization && !headers['if-none-match'] ? asked.answer : null;
}
