/** What the pages share, made of the browser they run in. */
import { askedBefore } from './first.ts';
import { createHttp } from './http.ts';
import { language, LANGUAGE_KEY, type Language } from './language.ts';
import { createSessions, SESSION_KEY, type Session } from './session.ts';

export const sessions = createSessions(localStorage, Date.now);

export const http = createHttp({
  fetch: (path, init) => askedBefore(path, init) ?? fetch(path, init),
  sessions,
  now: Date.now,
  sleep: (millis) => new Promise((resume) => setTimeout(resume, millis)),
  newKey: () => crypto.randomUUID(),
  alone: async (work) => ('locks' in navigator ? await navigator.locks.request('two.renewal', work) : await work()),
});

addEventListener('storage', (event) => {
  if (event.key === SESSION_KEY || event.key === null) sessions.reread();
});

export function begin(session: Session): Session {
  sessions.set(session);
  return session;
}

/** Kept for a start without a network; nothing of it outlives the log-in. */
const PERSONAL_CACHE = 'two-personal';

export async function keepForLater(name: string, value: unknown): Promise<void> {
  const session = sessions.get();
  if (!session || !('caches' in self)) return;
  try {
    const cache = await caches.open(PERSONAL_CACHE);
    await cache.put(`/kept/${name}`, new Response(JSON.stringify({ userId: session.userId, value })));
    if (sessions.get()?.userId !== session.userId) await caches.delete(PERSONAL_CACHE);
  } catch {
    // No room, or not allowed here: then there is nothing without a network.
  }
}

export async function kept<T>(name: string): Promise<T | null> {
  const session = sessions.get();
  if (!session || !('caches' in self)) return null;
  const found = await caches.match(`/kept/${name}`, { cacheName: PERSONAL_CACHE }).catch(() => undefined);
  if (!found) return null;
  const { userId, value } = (await found.json()) as { userId: number; value: T };
  return userId === session.userId ? value : null;
}

sessions.subscribe((session) => {
  if (!session && 'caches' in self) void caches.delete(PERSONAL_CACHE);
});

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(LANGUAGE_KEY, chosen);
  language.set(chosen);
}

language.subscribe((chosen) => (document.documentElement.lang = chosen));
language.set(localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'ko');
