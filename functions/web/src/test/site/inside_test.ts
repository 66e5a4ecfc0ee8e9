import type { Reservation } from '../../main/site/api/inside.ts';
import { minuteInKorea, shortDay } from '../../main/site/core/dates.ts';
import { dayAfter, firstFit, fits, freeBetween, slotsOf, starts, timeOf } from '../../main/site/pages/screens/slots.ts';
import { idsOf, whyOf } from '../../main/site/pages/together/why.ts';
import { same } from './same.ts';

const reserved = (reservationId: number, screen: number, from: string, to: string, own = false): Reservation => ({ reservationId, screen, own, nickname: '미나', from: `${from}:00+09:00`, to: `${to}:00+09:00` });

/** Two screens: the first from 20:00 to 22:00, the second one's own from 21:30 over midnight. */
const EVENING = slotsOf('2026-12-01', [reserved(2, 2, '2026-12-01T21:30', '2026-12-02T00:30', true), reserved(1, 1, '2026-12-01T20:00', '2026-12-01T22:00')]);

Deno.test('a reservation over midnight is cut at both days', () => {
  same(EVENING.map((slot) => `${slot.id} ${timeOf(slot.from)}-${timeOf(slot.to)}`), ['1 20:00-22:00', '2 21:30-24:00']);
  same(slotsOf('2026-12-02', [reserved(2, 2, '2026-12-01T21:30', '2026-12-02T00:30')]).map((slot) => `${timeOf(slot.from)}-${timeOf(slot.to)}`), ['00:00-00:30']);
});

Deno.test('an hour has as many free screens as are free all through it', () => {
  same([19, 20, 21, 22].map((hour) => freeBetween(EVENING, 2, hour * 60, hour * 60 + 60)), [2, 1, 0, 1]);
});

Deno.test('a time fits where one screen is free all the while and none is one’s own', () => {
  const at = (from: number, to: number) => fits(EVENING, 2, from * 60, to * 60);
  same([at(18, 20), at(20, 21.5), at(21, 22), at(22, 24)], ['free', 'free', 'own', 'own']);
  same(fits([{ ...EVENING[1]!, own: false }, EVENING[0]!], 2, 21 * 60, 22 * 60), 'taken');
});

Deno.test('a film is proposed for the evening, or for as soon as it fits', () => {
  same(timeOf(firstFit([], 2, starts(0), 20 * 60)), '20:00');
  same(timeOf(firstFit(EVENING, 2, starts(0), 20 * 60)), '00:00');
  same(timeOf(firstFit(EVENING, 2, starts(19 * 60), 18 * 60)), '19:00');
});

Deno.test('today begins with the quarter that is running', () => {
  same(starts(23 * 60 + 20).map(timeOf), ['23:15', '23:30', '23:45']);
  same(starts(0).length, 96);
  same(minuteInKorea(new Date('2026-12-01T15:30:00Z')), 30);
});

Deno.test('days go over the ends of months', () => {
  same([dayAfter('2026-12-31', 1), dayAfter('2026-03-01', -1)], ['2027-01-01', '2026-02-28']);
  same(shortDay('2026-12-01', 'ko').includes('화'), true);
});

const fit = (...matches: (number | undefined)[]) => ({ fits: matches.map((match, index) => ({ userId: index + 1, match })) });

Deno.test('what speaks for a title: good for all, agreed on, or somebody’s turn', () => {
  same(whyOf(fit(92, 88)), { kind: 'all', least: 85 });
  same(whyOf(fit(61, 66)), { kind: 'close', apart: 5 });
  same(whyOf(fit(40, 95, 60)), { kind: 'best', userId: 2, match: 95 });
  same(whyOf(fit(undefined, 80)), { kind: 'best', userId: 2, match: 80 });
  same(whyOf(fit(92)), null);
});

Deno.test('people in an address are ids, each once', () => same(idsOf('3,x,3,12,-1,'), [3, 12]));
