/** Exactly so many favourites make a first order. */
export const PICKS = 3;

/**
 * As many titles, of as many kinds as there are: genres take turns, and so everybody finds something among the first.
 * Within a genre the order stays.
 */
export function varied<T extends { readonly genres: readonly string[] }>(titles: readonly T[], most: number): T[] {
  const shelves = new Map<string, T[]>();
  for (const title of titles) {
    const genre = title.genres[0] ?? '';
    const shelf = shelves.get(genre);
    if (shelf) shelf.push(title);
    else shelves.set(genre, [title]);
  }
  const mixed: T[] = [];
  for (let turn = 0; mixed.length < Math.min(most, titles.length); turn++) {
    for (const shelf of shelves.values()) {
      const title = shelf[turn];
      if (title && mixed.length < most) mixed.push(title);
    }
  }
  return mixed;
}
