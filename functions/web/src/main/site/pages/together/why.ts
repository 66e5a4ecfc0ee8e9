import type { TogetherCard } from '../../api/together.ts';

/** From here on a title counts as good for somebody. */
const GOOD = 70;
/** People whose matches are so close agree about a title. */
const CLOSE = 8;

export type Why =
  | { readonly kind: 'all'; readonly least: number }
  | { readonly kind: 'close'; readonly apart: number }
  | { readonly kind: 'best'; readonly userId: number; readonly match: number };

/** What speaks for a title most: that it is good for all, that all agree, or that it is somebody's turn. */
export function whyOf({ fits }: Pick<TogetherCard, 'fits'>): Why | null {
  const known = fits.flatMap(({ userId, match }) => (match === undefined ? [] : [{ userId, match }]));
  if (fits.length < 2 || known.length === 0) return null;
  const best = known.reduce((one, other) => (other.match > one.match ? other : one));
  const least = Math.min(...known.map((fit) => fit.match));
  if (known.length === fits.length && least >= GOOD) return { kind: 'all', least: Math.floor(least / 5) * 5 };
  if (known.length === fits.length && best.match - least <= CLOSE) return { kind: 'close', apart: best.match - least };
  return { kind: 'best', ...best };
}

/** Ids as they stand in the address, each once. */
export function idsOf(text: string | null): number[] {
  const ids = (text ?? '').split(',').filter((part) => /^[1-9]\d{0,15}$/.test(part)).map(Number);
  return [...new Set(ids)];
}
