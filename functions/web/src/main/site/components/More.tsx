import { useEffect, useRef, useState } from 'preact/hooks';
import { Failure } from '../core/failure.ts';
import { useWords } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { Problem } from './Trouble.tsx';

const text = words({ more: '더 보기', again: '다시 시도' }, { more: 'Show more', again: 'Try again' });

export interface Page<T, C> {
  readonly items: readonly T[];
  readonly next?: C;
}

export interface Pages<T> {
  readonly items: readonly T[] | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly more: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
  readonly change: (change: (items: readonly T[]) => readonly T[]) => void;
}

interface State<T, C> {
  key: string;
  items: readonly T[] | null;
  next?: C;
  failure: Failure | null;
  loading: boolean;
}

/** A list that comes page by page. An answer to an older question is dropped. */
export function usePages<T, C>(key: string, load: (cursor: C | null, signal: AbortSignal) => Promise<Page<T, C>>): Pages<T> {
  const [state, setState] = useState<State<T, C>>({ key, items: null, failure: null, loading: true });
  const latest = useRef(load);
  latest.current = load;
  const abort = useRef<AbortController>();
  async function run(cursor: C | null) {
    abort.current?.abort();
    const own = new AbortController();
    abort.current = own;
    setState((before) => ({ ...before, key, items: cursor === null && before.key !== key ? null : before.items, failure: null, loading: true }));
    try {
      const page = await latest.current(cursor, own.signal);
      if (own.signal.aborted) return;
      setState((before) => ({ key, items: cursor === null ? page.items : [...(before.items ?? []), ...page.items], next: page.next, failure: null, loading: false }));
    } catch (thrown) {
      if (!own.signal.aborted) setState((before) => ({ ...before, failure: Failure.of(thrown), loading: false }));
    }
  }
  useEffect(() => {
    void run(null);
    return () => abort.current?.abort();
  }, [key]);
  const mine = state.key === key;
  return {
    items: mine ? state.items : null,
    failure: mine ? state.failure : null,
    loading: mine ? state.loading : true,
    more: mine && state.next !== undefined && state.next !== null,
    loadMore: () => void run(state.next ?? null),
    reload: () => void run(null),
    change: (change) => setState((before) => ({ ...before, items: change(before.items ?? []) })),
  };
}

export function More({ pages }: { pages: Omit<Pages<unknown>, 'change'> }) {
  const said = useWords(text);
  if (!pages.more && !(pages.failure && pages.items)) return null;
  return (
    <div class="more">
      <Problem failure={pages.failure} />
      <button type="button" class="button plain" aria-disabled={pages.loading} onClick={pages.loadMore}>{pages.failure ? said.again : said.more}</button>
    </div>
  );
}
