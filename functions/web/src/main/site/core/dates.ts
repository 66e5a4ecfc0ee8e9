import type { Language } from './language.ts';

const LOCALES: Readonly<Record<Language, string>> = { ko: 'ko-KR', en: 'en-GB' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A day such as 2026-12-01, in words. */
export function dayOf(day: string, language: Language): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(LOCALES[language], { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });
}

export function clock(moment: number, language: Language): string {
  return new Date(moment).toLocaleTimeString(LOCALES[language], { hour: 'numeric', minute: '2-digit' });
}

export function date(moment: number, language: Language): string {
  return new Date(moment).toLocaleDateString(LOCALES[language], { year: 'numeric', month: 'long', day: 'numeric' });
}

/** How long ago, as one says it; from a week on the date. */
export function ago(moment: number, now: number, language: Language): string {
  const passed = Math.max(0, now - moment);
  const ko = language === 'ko';
  if (passed < MINUTE) return ko ? '방금' : 'just now';
  if (passed < HOUR) return ko ? `${Math.floor(passed / MINUTE)}분 전` : `${Math.floor(passed / MINUTE)} min ago`;
  if (passed < DAY) return ko ? `${Math.floor(passed / HOUR)}시간 전` : `${Math.floor(passed / HOUR)} h ago`;
  if (passed < 7 * DAY) return ko ? `${Math.floor(passed / DAY)}일 전` : `${Math.floor(passed / DAY)} d ago`;
  return date(moment, language);
}

/** The day as it is in Korea, where parties begin and are paid, as 2026-12-01. */
export function today(now = new Date()): string {
  return now.toLocaleDateString('sv-SE', { timeZone: 'Asia/Seoul' });
}

/** The minute of the day in Korea. */
export function minuteInKorea(now = new Date()): number {
  const [hours, minutes] = now.toLocaleTimeString('en-GB', { timeZone: 'Asia/Seoul' }).split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** A day such as 2026-12-01 in short, with its weekday. */
export function shortDay(day: string, language: Language): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(LOCALES[language], { timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' });
}

/** A month such as 2026-12, in words. */
export function monthOf(month: string, language: Language): string {
  return new Date(`${month.slice(0, 7)}-01T00:00:00Z`).toLocaleDateString(LOCALES[language], { timeZone: 'UTC', year: 'numeric', month: 'long' });
}

/** A day such as 2026-12-01 where the year goes without saying. */
export function monthAndDay(day: string, language: Language): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(LOCALES[language], { timeZone: 'UTC', month: 'long', day: 'numeric' });
}
