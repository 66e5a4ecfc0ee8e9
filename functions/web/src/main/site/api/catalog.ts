import { http } from '../core/site.ts';

export interface Clip {
  kind: string;
  /** `own`: the address is a video file; `youtube`: a page to embed. */
  site: string;
  url: string;
  name?: string;
  language?: string;
  seconds?: number;
}

/** What every list says of a title. */
export interface Named {
  titleId: number;
  title: string;
  originalTitle?: string;
  englishTitle?: string;
  year?: number;
  ageRating?: string;
}

export interface TitleCard extends Named {
  kind: string;
  runtimeMinutes?: number;
  synopsis?: string;
  ratings: number;
  stars?: number;
  genres: string[];
  services: string[];
  poster: string;
  clip?: Clip;
}

export interface Seed {
  titleId: number;
  title: string;
}

export type HomeReason = 'YOUR_PICKS' | 'YOUR_TITLES' | 'YOUR_TASTE' | 'EVERYBODY';

export interface HomeCard extends TitleCard {
  predictedStars?: number;
  match?: number;
  reason: HomeReason;
  because: Seed[];
  shares?: { svd: number; knn: number; picks: number; crowd: number };
}

export interface HomeRow {
  kind: string;
  seed?: Seed;
  subject?: { key: string; name: string; originalName: string };
  titles: HomeCard[];
}

export interface Home {
  ranking: { source: 'personal' | 'popular' | 'catalogue'; tasteVersion: number; current: boolean; alpha?: number };
  hero?: HomeCard;
  rows: HomeRow[];
}

export interface TitleList {
  sort: string;
  titles: TitleCard[];
  next?: string;
}

export interface RankedCard extends TitleCard {
  place: number;
  formerPlace?: number;
  watched: number;
  rated: number;
}

export interface Offer {
  service: string;
  name: string;
  asOf: string;
  source: string;
  /** A month in the cheapest party with a free seat. */
  seatWon?: number;
}

export interface Credit {
  personId: number;
  name: string;
  originalName: string;
  role: 'director' | 'cast';
}

export interface TitleDetail extends Omit<TitleCard, 'clip'> {
  releaseDate?: string;
  countries: string;
  synopsisEnglish?: string;
  keywords: string[];
  backdrop?: string;
  offers: Offer[];
  clips: Clip[];
  credits: Credit[];
  lines: { lineId: number; line: string; speaker?: string }[];
  similar: (Named & { poster: string })[];
}

/** What is the viewer's own about a title. */
export interface Mine {
  titleId: number;
  stars?: number;
  picked: boolean;
  dismissed: boolean;
  watched: number;
  wished: boolean;
  reaction?: 'like' | 'dislike';
  seconds?: number;
  /** Whether the last change of the stars can be undone. */
  undoable: boolean;
  predictedStars?: number;
  match?: number;
  because: number[];
}

export interface Person {
  personId: number;
  name: string;
  originalName: string;
  filmography: (Named & { kind: string; ratings: number; stars?: number; poster: string; roles: string[] })[];
}

export interface Genre {
  genre: string;
  name: string;
  englishName: string;
  titles: number;
}

export interface Plan {
  plan: string;
  name: string;
  englishName: string;
  monthlyWon: number;
  withAds: boolean;
}

export interface Service {
  service: string;
  name: string;
  titles: number;
  asOf?: string;
  plans: Plan[];
}

export interface Span {
  start: number;
  end: number;
}

export interface FoundLine {
  lineId: number;
  line: string;
  spans: Span[];
  speaker?: string;
  confidence: number;
  title: Named & { genres: string[] };
}

export interface Found {
  type: 'title' | 'person' | 'genre' | 'line';
  title?: Named & { kind: string; genres: string[] };
  person?: { personId: number; name: string; originalName: string; knownFor: string[] };
  genre?: { genre: string; name: string; englishName: string };
  line?: FoundLine;
  match?: { reason: string; field: string; text: string; spans: Span[] };
}

export interface Suggestion {
  type: 'title' | 'person';
  id: number;
  match: { reason: string; field: string; text: string; spans: Span[] };
}

export interface PlanValue {
  plan: string;
  name: string;
  monthlyWon: number;
  withAds: boolean;
  perThousandWon: number;
  basis: string;
  asOf: string;
}

export interface ServiceValue {
  service: string;
  name: string;
  enjoyment: number;
  enjoyable: number;
  perThousandWon?: number;
  plans: PlanValue[];
  titles: { titleId: number; title: string; year?: number; poster: string; predictedStars: number }[];
}

export interface Value {
  basis: 'personal' | 'popular' | 'catalogue';
  mean: number;
  services: ServiceValue[];
}

export interface Wished {
  titleId: number;
  title?: string;
}

export interface Rotation {
  seen: number;
  wished: number;
  costWon: number;
  months: {
    month: string;
    costWon: number;
    services: { service: string; name: string; plan: string; planName: string; monthlyWon: number; titles: Wished[] }[];
  }[];
  services: { service: string; months: number; text: { ko: string; en: string } }[];
  unused: { service: string; name: string; monthlyWon: number; reason: string; text: { ko: string; en: string } }[];
  left: { reason: 'NOWHERE' | 'OVER_BUDGET' | 'NO_ROOM' | 'UNKNOWN'; title: Wished }[];
}

const query = (parameters: Record<string, string | number | null | undefined>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
};

export const home = (alpha: number | null, signal?: AbortSignal) =>
  http.get<Home>(`/home${query({ alpha: alpha === null ? null : String(Number(alpha.toFixed(3))) })}`, { signal, fresh: true });
export const opened = (kind: string, subject: string) => http.send('POST', '/home/opens', { kind, subject });
export const titles = (parameters: Record<string, string | number | null | undefined>, signal?: AbortSignal) =>
  http.get<TitleList>(`/titles${query(parameters)}`, { signal });
export const title = (id: number, signal?: AbortSignal) => http.get<TitleDetail>(`/titles/${id}`, { signal });
export const mine = (id: number, signal?: AbortSignal) => http.get<Mine>(`/titles/${id}/mine`, { signal, fresh: true });
export const person = (id: number, signal?: AbortSignal) => http.get<Person>(`/people/${id}`, { signal });
export const genres = (signal?: AbortSignal) => http.get<{ genres: Genre[] }>('/genres', { signal }).then((answer) => answer.genres);
export const services = (signal?: AbortSignal) =>
  http.get<{ services: Service[] }>('/services', { signal }).then((answer) => answer.services);
export const ranks = (window: 'day' | 'week', signal?: AbortSignal) =>
  http.get<{ basis: string; titles: RankedCard[] }>(`/ranks${query({ window })}`, { signal });
export const search = (q: string, cursor: string | null, signal?: AbortSignal) =>
  http.get<{ results: Found[]; next?: string }>(`/search${query({ q, cursor })}`, { signal });
export const suggest = (q: string, signal?: AbortSignal) =>
  http.get<{ suggestions: Suggestion[] }>(`/suggest${query({ q })}`, { signal }).then((answer) => answer.suggestions);
export const lines = (q: string, spoken: boolean, signal?: AbortSignal) =>
  http.get<{ lines: FoundLine[]; nothing?: 'TOO_SHORT' | 'NOTHING_CLOSE' }>(`/lines${query({ q, spoken: spoken ? 'true' : null })}`, { signal });
/** What was said in a recording; empty where nothing was. */
export const understand = (audio: Blob, language: 'ko' | 'en') =>
  http.send<{ text: string }>('POST', `/speech${query({ language })}`, audio).then((answer) => answer.text.trim());
export const value = (ads: boolean, signal?: AbortSignal) => http.get<Value>(`/value${query({ ads: ads ? null : 'false' })}`, { signal });
export const rotation = (wanted: {
  titleIds: number[];
  months: number;
  monthlyBudgetWon: number;
  titlesPerMonth: number;
  ads: boolean;
}) => http.send<Rotation>('POST', '/rotation', wanted);
export const suggestLine = (id: number, line: string, speaker: string) =>
  http.send('POST', `/titles/${id}/lines`, speaker ? { line, speaker } : { line });

export interface Attribution {
  name: string;
  notice: string;
  englishNotice: string;
  link: string;
}

export const attributions = (signal?: AbortSignal) =>
  http.get<{ attributions: Attribution[]; sample: 'ALL' | 'SOME' | 'NONE' }>('/attributions', { signal });

export const rate = (id: number, stars: number) => http.send('PUT', `/titles/${id}/rating`, { stars });
export const unrate = (id: number) => http.send('DELETE', `/titles/${id}/rating`);
export const pick = (titleIds: number[]) => http.send('PUT', '/me/picks', { titleIds });

export const posterOf = (titleId: number) => `/titles/${titleId}/poster`;
