import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { Failure } from './failure.ts';
import { language, type Language, type Words } from './language.ts';
import { here, type Location } from './navigation.ts';
import type { Session } from './session.ts';
import { sessions } from './site.ts';
import type { Store } from './store.ts';

export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get);
  useEffect(() => {
    setValue(() => store.get());
    return store.subscribe((next) => setValue(() => next));
  }, [store]);
  return value;
}

/** Given once, at the root: hundreds of cards on a page read it, and none of them has to listen for it. */
export const LanguageContext = createContext<Language>(language.get());

export const useLanguage = (): Language => useContext(LanguageContext);
export const useWords = <T>(words: Words<T>): T => words[useLanguage()];
export const useSession = (): Session | null => useStore(sessions);
export const useLocation = (): Location => useStore(here);

/** Something that is loaded: on its way, there (perhaps with a newer one on its way), or failed. */
export interface Resource<T> {
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  /** Asks again; what is shown stays until the answer is there. */
  reload(): void;
  /** Shows what is known already, for instance after a write. */
  set(change: T | ((before: T | null) => T | null)): void;
}

/**
 * Loads when it is first shown and whenever `key` changes, `null` for nothing to load; an answer to an older
 * question is dropped.
 */
export function useResource<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [state, setState] = useState<{ key: string | null; value: T | null; failure: Failure | null; loading: boolean }>({
    key,
    value: null,
    failure: null,
    loading: key !== null,
  });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    setState((before) => ({ key, value: before.key === key ? before.value : null, failure: null, loading: true }));
    latest.current(abort.signal).then(
      (value) => abort.signal.aborted || setState({ key, value, failure: null, loading: false }),
      (thrown) =>
        abort.signal.aborted ||
        setState((before) => ({ key, value: before.value, failure: Failure.of(thrown), loading: false })),
    );
    return () => abort.abort();
  }, [key, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const set = useCallback(
    (change: T | ((before: T | null) => T | null)) =>
      setState((before) => ({
        ...before,
        value: typeof change === 'function' ? (change as (before: T | null) => T | null)(before.value) : change,
        failure: null,
        loading: false,
      })),
    [],
  );
  const mine = state.key === key;
  return {
    value: mine ? state.value : null,
    failure: mine ? state.failure : null,
    loading: mine ? state.loading : key !== null,
    reload,
    set,
  };
}

/** Something that is done once at a time, such as sending a form. */
export function useAction<A extends unknown[]>(act: (...given: A) => Promise<void>) {
  const [state, setState] = useState<{ busy: boolean; failure: Failure | null }>({ busy: false, failure: null });
  const busy = useRef(false);
  const mounted = useRef(true);
  useEffect(() => () => void (mounted.current = false), []);
  const run = async (...given: A): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    setState({ busy: true, failure: null });
    let failure: Failure | null = null;
    try {
      await act(...given);
    } catch (thrown) {
      failure = Failure.of(thrown);
    }
    busy.current = false;
    if (mounted.current) setState({ busy: false, failure });
  };
  return { ...state, run, clear: () => setState({ busy: false, failure: null }) };
}

/** The document's title while this is shown. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title) document.title = `${title} · Take With OTT`;
    return () => void (document.title = 'Take With OTT');
  }, [title]);
}

/** A value that has not changed for a while. */
export function useSettled<T>(value: T, millis: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), millis);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return settled;
}

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const listen = () => setHolds(list.matches);
    listen();
    list.addEventListener('change', listen);
    return () => list.removeEventListener('change', listen);
  }, [query]);
  return holds;
}

/** Counts from what is needed at once up to all, one for every moment in which the browser is idle. */
export function useGrowing(first: number, all: number): number {
  const [count, setCount] = useState(first);
  useEffect(() => {
    if (count >= all) return;
    const more = () => setCount(count + 1);
    if ('requestIdleCallback' in window) {
      const idle = requestIdleCallback(more, { timeout: 400 });
      return () => cancelIdleCallback(idle);
    }
    const timer = setTimeout(more, 60);
    return () => clearTimeout(timer);
  }, [count, all]);
  return Math.max(count, first);
}
