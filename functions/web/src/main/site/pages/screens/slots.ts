import type { Reservation } from '../../api/inside.ts';

/** Quarters of an hour are what the board counts in. */
export const STEP_MINUTES = 15;
const DAY_MINUTES = 24 * 60;
const HOUR_MINUTES = 60;

/** What is reserved of one day, in minutes since its midnight in Korea. */
export interface Slot {
  readonly id: number;
  readonly screen: number;
  readonly nickname: string | null;
  readonly own: boolean;
  readonly from: number;
  readonly to: number;
}

const minuteOf = (moment: string) => Number(moment.slice(11, 13)) * HOUR_MINUTES + Number(moment.slice(14, 16));

/** The part of each reservation that lies in the day, in order of time. */
export function slotsOf(day: string, reservations: readonly Reservation[]): Slot[] {
  return reservations
    .map((one) => ({
      id: one.reservationId,
      screen: one.screen,
      nickname: one.nickname ?? null,
      own: one.own,
      from: one.from.slice(0, 10) < day ? 0 : minuteOf(one.from),
      to: one.to.slice(0, 10) > day ? DAY_MINUTES : minuteOf(one.to),
    }))
    .filter((slot) => slot.from < slot.to)
    .sort((a, b) => a.from - b.from || a.screen - b.screen);
}

/** How many screens nobody has at any moment between the two. */
export function freeBetween(slots: readonly Slot[], screens: number, from: number, to: number): number {
  let least = screens;
  for (let at = from; at < Math.min(to, DAY_MINUTES); at += STEP_MINUTES) {
    const taken = slots.filter((slot) => slot.from <= at && at < slot.to).length;
    least = Math.min(least, screens - taken);
  }
  return Math.max(0, least);
}

/** Whether one screen is free all the while, and the viewer has none of them then. */
export function fits(slots: readonly Slot[], screens: number, from: number, to: number): 'free' | 'taken' | 'own' {
  const meets = slots.filter((slot) => slot.from < to && from < slot.to);
  if (meets.some((slot) => slot.own)) return 'own';
  const taken = new Set(meets.map((slot) => slot.screen));
  return taken.size < screens ? 'free' : 'taken';
}

/** A minute of the day as a clock shows it; 24:00 is its end. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / HOUR_MINUTES)).padStart(2, '0')}:${String(minute % HOUR_MINUTES).padStart(2, '0')}`;

/** The times at which one can begin, from a minute of the day on. */
export function starts(from: number): number[] {
  const first = Math.floor(from / STEP_MINUTES) * STEP_MINUTES;
  return Array.from({ length: (DAY_MINUTES - first) / STEP_MINUTES }, (_, index) => first + index * STEP_MINUTES);
}

/** A film's length. */
export const USUAL_MINUTES = 120;

/** When one can begin a film from an hour of the day on; else as early as one can. */
export function firstFit(slots: readonly Slot[], screens: number, possible: readonly number[], from: number): number {
  const fit = (minute: number) => fits(slots, screens, minute, Math.min(minute + USUAL_MINUTES, DAY_MINUTES)) === 'free';
  return possible.find((minute) => minute >= from && fit(minute)) ?? possible.find(fit) ?? possible[0]!;
}

/** A day so many days later, as 2026-12-01. */
export function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
