/** The filters of a list, as the address names them and the API takes them. */
export const FILTERS = ['q', 'genre', 'kind', 'yearFrom', 'yearTo', 'ageAtMost', 'runtimeTo', 'service', 'rating', 'country', 'released', 'sort'] as const;

export type Filter = (typeof FILTERS)[number];

const SHAPES: Partial<Record<Filter, RegExp>> = {
  genre: /^[a-z-]{1,30}(,[a-z-]{1,30}){0,4}$/,
  kind: /^(film|series)$/,
  yearFrom: /^(19|20)\d\d$/,
  yearTo: /^(19|20)\d\d$/,
  ageAtMost: /^(all|12|15|19)$/,
  runtimeTo: /^\d{2,3}$/,
  service: /^[a-z0-9-]{1,40}$/,
  rating: /^[0-4](\.\d)?$|^5$/,
  country: /^[A-Z]{2}$/,
  released: /^(new|upcoming)$/,
  sort: /^(popularity|rating|year|title|newest|soonest)$/,
};

/** What of an address is a filter; what somebody mistyped there is none. */
export function filterOf(query: URLSearchParams): Record<string, string> {
  const filter: Record<string, string> = {};
  for (const name of FILTERS) {
    const given = query.get(name)?.trim();
    if (given && given.length <= 100 && (SHAPES[name]?.test(given) ?? true)) filter[name] = given;
  }
  return filter;
}

export const genresOf = (filter: Record<string, string>): string[] => filter.genre?.split(',') ?? [];

/** Genres with one more, or one less; five is the most that the API takes. */
export function toggled(genres: readonly string[], genre: string): string {
  const next = genres.includes(genre) ? genres.filter((one) => one !== genre) : [...genres, genre].slice(-5);
  return next.join(',');
}
