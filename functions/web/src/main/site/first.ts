import type { Asked } from './core/first.ts';

/*
 * Stands in the page itself and runs before anything else has come: asks for what is going to be shown while the
 * code that shows it is still on its way.
 */
const SESSION_KEY = 'two.session';
const RENEW_BEFORE_MILLIS = 20_000;

function ask(paths: string[]): void {
  const session = JSON.parse(localStorage.getItem(SESSION_KEY) ?? 'null') as { accessToken: string; expiresAt: string } | null;
  if (session && !(Date.parse(session.expiresAt) - RENEW_BEFORE_MILLIS > Date.now())) return;
  const headers: Record<string, string> = session ? { authorization: `Bearer ${session.accessToken}` } : {};
  const asked: Record<string, Asked> = {};
  for (const path of paths) {
    const answer = fetch(path, { headers });
    // Whoever takes it hears of a failure.
    answer.catch(() => undefined);
    asked[path] = { authorization: headers.authorization, answer };
  }
  (globalThis as { twoAsked?: Record<string, Asked> }).twoAsked = asked;
}

try {
  const title = /^\/title\/(\d+)$/.exec(location.pathname);
  if (title) ask([`/titles/${title[1]}`]);
  else if (location.pathname === '/' && !location.search && !location.hash) ask(['/home', '/ranks?window=day']);
} catch {
  // Then it is asked for later, as everywhere else.
}
