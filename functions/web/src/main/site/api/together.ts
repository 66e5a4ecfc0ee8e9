import { query } from '../core/query.ts';
import { http } from '../core/site.ts';
import type { Seed, TitleCard } from './catalog.ts';
import type { Picture } from './community.ts';

export type Strategy = 'fair' | 'average' | 'least-misery';

/** Somebody whom one may choose, or could once they follow back. */
export interface Companion {
  userId: number;
  nickname: string;
  picture: Picture;
  agreed: boolean;
  followed: boolean;
  party?: string;
}

export interface GroupPerson {
  userId: number;
  nickname: string;
  picture: Picture;
  own: boolean;
  /** Whether their own taste speaks for them, or everybody's. */
  personal: boolean;
}

export interface Fit {
  userId: number;
  match?: number;
}

export interface TogetherCard extends TitleCard {
  fits: Fit[];
  /** The viewer's own title that theirs mostly came from, if one did. */
  because: Seed[];
}

export interface Together {
  strategy: Strategy;
  people: GroupPerson[];
  titles: TogetherCard[];
}

export const companions = (name: string, signal?: AbortSignal) =>
  http.get<{ most: number; people: Companion[] }>(`/me/companions${query({ q: name })}`, { signal, fresh: true });
export const together = (ids: readonly number[], by: Strategy, signal?: AbortSignal) =>
  http.get<Together>(`/me/together${query({ with: ids.join(','), by })}`, { signal, fresh: true });
