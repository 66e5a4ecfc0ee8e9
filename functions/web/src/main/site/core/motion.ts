import { useEffect, useState } from 'preact/hooks';
import { useMedia, useStore } from './hooks.ts';
import { createStore } from './store.ts';

const AUTOPLAY_KEY = 'two.autoplay';

/** Whether the viewer lets clips play by themselves; the settings say so, too. */
export const autoplay = createStore(localStorage.getItem(AUTOPLAY_KEY) !== 'no');
autoplay.subscribe((plays) => localStorage.setItem(AUTOPLAY_KEY, plays ? 'yes' : 'no'));

interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

function savesData(): boolean {
  const connection = (navigator as Navigator & { connection?: Connection }).connection;
  return Boolean(connection?.saveData) || /(^|-)2g$/.test(connection?.effectiveType ?? '') || matchMedia('(prefers-reduced-data: reduce)').matches;
}

/** Whether something may begin to play that nobody has asked for. */
export function usePlaysByItself(): boolean {
  const still = useMedia('(prefers-reduced-motion: reduce)');
  return useStore(autoplay) && !still && !savesData();
}

/** What opens a page leaves the line and the processor to the page for so long. */
const CALM_MILLIS = 1_200;

/** The same for what a page opens with: its words and posters come first. */
export function usePlaysAfterPage(): boolean {
  const plays = usePlaysByItself();
  const [calm, setCalm] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(true), CALM_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  return plays && calm;
}

export const movesLittle = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where each named item is, so that it can glide from there to where it will be. */
export function placesOf(root: Element): Map<string, DOMRect> {
  const places = new Map<string, DOMRect>();
  root.querySelectorAll<HTMLElement>('[data-glide]').forEach((item) => places.set(item.dataset.glide!, item.getBoundingClientRect()));
  return places;
}

export function glide(root: Element, before: Map<string, DOMRect>): void {
  if (movesLittle()) return;
  const height = innerHeight;
  root.querySelectorAll<HTMLElement>('[data-glide]').forEach((item) => {
    const to = item.getBoundingClientRect();
    if (to.bottom < -height || to.top > 2 * height) return;
    const from = before.get(item.dataset.glide!);
    if (!from) {
      item.animate([{ opacity: 0, transform: 'scale(0.94)' }, { opacity: 1, transform: 'none' }], { duration: 380, easing: 'ease-out' });
    } else if (Math.abs(from.left - to.left) + Math.abs(from.top - to.top) > 1) {
      item.animate([{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)` }, { transform: 'none' }], {
        duration: 560,
        easing: 'cubic-bezier(.2,.8,.2,1)',
      });
    }
  });
}
