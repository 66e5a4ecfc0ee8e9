import { createStore } from './store.ts';

export type Language = 'ko' | 'en';

export const LANGUAGE_KEY = 'two.language';

/** Korean unless somebody chose English. */
export const language = createStore<Language>('ko');

/** The words of one part of the site in both languages; the Korean ones say what there is. */
export interface Words<T> {
  readonly ko: T;
  readonly en: T;
}

export function words<T>(ko: T, en: NoInfer<T>): Words<T> {
  return { ko, en };
}

/** The Korean particle that fits the word's last syllable: with a final consonant, or without. */
export function particle(word: string, closed: string, open: string): string {
  const last = [...word].at(-1) ?? '';
  if (last < '가' || last > '힣') return `${closed}(${open})`;
  return (last.codePointAt(0)! - 0xac00) % 28 ? closed : open;
}

export function won(amount: number, lang: Language): string {
  const digits = amount.toLocaleString('en-US');
  return lang === 'ko' ? `${digits}원` : `₩${digits}`;
}
