import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { home, type Home } from '../../api/catalog.ts';
import { Failure } from '../../core/failure.ts';
import { keepForLater, kept } from '../../core/site.ts';
import { tasteChanges } from '../../core/taste.ts';

const FIRST_LOOK_MILLIS = 150;
const LAST_LOOK_MILLIS = 1_500;
const LOOKS_FOR_MILLIS = 20_000;

export interface HomeState {
  readonly page: Home | null;
  readonly failure: Failure | null;
  /** Shown out of what was kept, without a network. */
  readonly old: boolean;
  /** A newer order is on its way. */
  readonly waiting: boolean;
}

const KEPT = 'home';

/**
 * The home page, and again as soon as the ranking knows what the viewer has just said. Until then the order that is
 * there stays: nothing jumps about without a reason.
 */
export function useHome(alpha: number | null, before: () => void): HomeState & { reload: () => void } {
  const [state, setState] = useState<HomeState>({ page: null, failure: null, old: false, waiting: false });
  const [round, setRound] = useState(0);
  const shown = useRef<Home | null>(null);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  useEffect(() => tasteChanges.subscribe(reload), []);

  useEffect(() => {
    const abort = new AbortController();
    const show = (next: HomeState) => {
      if (next.page && shown.current && next.page !== shown.current) before();
      shown.current = next.page;
      setState(next);
    };
    look(alpha, abort.signal, shown.current, show).catch(async (thrown) => {
      if (abort.signal.aborted) return;
      const failure = Failure.of(thrown);
      const page = shown.current ?? (failure.status === 0 ? await kept<Home>(KEPT) : null);
      show(page ? { page, failure: null, old: true, waiting: false } : { page: null, failure, old: false, waiting: false });
    });
    return () => abort.abort();
  }, [alpha, round]);

  return { ...state, reload };
}

async function look(alpha: number | null, signal: AbortSignal, known: Home | null, show: (state: HomeState) => void): Promise<void> {
  const end = Date.now() + LOOKS_FOR_MILLIS;
  let shown = known;
  for (let pause = FIRST_LOOK_MILLIS; !signal.aborted; pause = Math.min(pause * 1.5, LAST_LOOK_MILLIS)) {
    const page = await home(alpha, signal);
    if (signal.aborted) return;
    if (page.ranking.current || !shown) shown = page;
    show({ page: shown, failure: null, old: false, waiting: !page.ranking.current });
    if (page.ranking.current) {
      if (alpha === null) void keepForLater(KEPT, page);
      return;
    }
    if (Date.now() > end) return;
    await new Promise((resume) => setTimeout(resume, pause));
  }
}
