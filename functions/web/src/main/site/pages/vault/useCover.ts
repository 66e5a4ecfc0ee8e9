import { useEffect, useState } from 'preact/hooks';

/** Long enough to type a password elsewhere, short enough to be forgotten about. */
export const SHOWN_SECONDS = 30;

/** Something that is shown for a while: it is forgotten then, and as soon as the page is not looked at any more. */
export function useCover<T>(): { shown: T | null; seconds: number; show: (it: T) => void; cover: () => void } {
  const [state, setState] = useState<{ it: T; until: number } | null>(null);
  const [seconds, setSeconds] = useState(0);
  const cover = () => setState(null);
  useEffect(() => {
    if (!state) return;
    const tick = () => {
      const left = Math.ceil((state.until - performance.now()) / 1000);
      if (left <= 0) cover();
      else setSeconds(left);
    };
    const timer = setInterval(tick, 250);
    const hidden = () => document.hidden && cover();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [state]);
  const show = (it: T) => {
    setSeconds(SHOWN_SECONDS);
    setState({ it, until: performance.now() + SHOWN_SECONDS * 1000 });
  };
  return { shown: state?.it ?? null, seconds, show, cover };
}
