import { mailedAddress, placeOf, type Place } from './route.ts';
import { createStore } from './store.ts';

/** What the history remembers of an entry besides its address. */
interface Entry {
  /** For a dialog: the page that it lies over. */
  readonly over?: string;
  readonly scroll?: number;
}

export interface Location extends Place {
  readonly address: string;
  readonly over: string | null;
  /** Where to scroll to: remembered when one comes back, 0 on the way forward; null to stay. */
  readonly scroll: number | null;
}

history.scrollRestoration = 'manual';

export const here = createStore<Location>(read(entry().scroll ?? 0));

function entry(): Entry {
  return (history.state ?? {}) as Entry;
}

function read(scroll: number | null): Location {
  const mailed = mailedAddress(location.hash.slice(1));
  if (mailed) history.replaceState(null, '', mailed);
  const address = location.pathname + location.search + location.hash;
  return { ...placeOf(address), address, over: entry().over ?? null, scroll };
}

function leave(): void {
  history.replaceState({ ...entry(), scroll: scrollY }, '');
}

export interface Going {
  replace?: boolean;
  /** Opens as a dialog over the page that is shown. */
  dialog?: boolean;
  /** Stays where one has scrolled to: the same page, looked at differently. */
  stay?: boolean;
}

export function go(address: string, { replace = false, dialog = false, stay = false }: Going = {}): void {
  const from = here.get();
  const state: Entry = dialog ? { over: from.over ?? from.address } : stay && from.over ? { over: from.over } : {};
  if (replace) {
    history.replaceState(state, '', address);
  } else {
    leave();
    history.pushState(state, '', address);
  }
  here.set(read(dialog || stay ? null : 0));
}

/** Closes a dialog with an address: back to the page below, wherever one came from. */
export function leaveDialog(otherwise = '/'): void {
  if (here.get().over === null) go(otherwise, { replace: true, stay: true });
  else history.back();
}

addEventListener('popstate', () => {
  const before = here.get();
  const next = read(entry().scroll ?? 0);
  const samePage = (before.over ?? before.address) === (next.over ?? next.address);
  here.set(samePage ? { ...next, scroll: null } : next);
});
addEventListener('hashchange', () => {
  if (mailedAddress(location.hash.slice(1))) here.set(read(0));
});
addEventListener('beforeunload', leave);

/** Links of this site are followed without loading it again. */
document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute('download') || link.dataset.leave !== undefined) return;
  if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash, { dialog: link.dataset.dialog !== undefined });
});
