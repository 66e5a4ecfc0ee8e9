import { createStore, type Store } from './store.ts';

/** Who is logged in here. The cookie that renews it is out of reach for scripts. */
export interface Session {
  readonly userId: number;
  readonly nickname: string;
  /** How many of the three favourites are chosen. */
  readonly picks: number;
  readonly admin: boolean;
  readonly sessionId: string;
  readonly accessToken: string;
  readonly expiresAt: string;
  readonly sessionEndsAt: string;
}

/** As much of `localStorage` as is used. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export const SESSION_KEY = 'two.session';

/** The session as this browser knows it; other tabs write the same place. */
export interface Sessions extends Store<Session | null> {
  /** Reads again what another tab may have written. */
  reread(): Session | null;
}

export function createSessions(shelf: Shelf, now: () => number): Sessions {
  const store = createStore<Session | null>(read(shelf, now));
  return {
    get: store.get,
    subscribe: store.subscribe,
    set(session) {
      if (session) shelf.setItem(SESSION_KEY, JSON.stringify(session));
      else shelf.removeItem(SESSION_KEY);
      store.set(session);
    },
    reread() {
      const found = read(shelf, now);
      if (found?.accessToken !== store.get()?.accessToken || found?.picks !== store.get()?.picks) store.set(found);
      return store.get();
    },
  };
}

function read(shelf: Shelf, now: () => number): Session | null {
  const text = shelf.getItem(SESSION_KEY);
  if (!text) return null;
  try {
    const found = JSON.parse(text) as Session;
    return Date.parse(found.sessionEndsAt) > now() ? found : null;
  } catch {
    return null;
  }
}
