import type { Rotation } from '../../main/site/api/catalog.ts';
import { alwaysWon, lanesOf } from '../../main/site/pages/value/plan.ts';
import { same } from './same.ts';

const held = (service: string, monthlyWon: number, ...titles: string[]) => ({ service, name: service.toUpperCase(), plan: 'p', planName: 'P', monthlyWon, titles: titles.map((title, titleId) => ({ titleId, title })) });

const PLAN: Rotation = {
  seen: 3, wished: 3, costWon: 16_000, services: [], unused: [], left: [],
  months: [
    { month: '2026-11', costWon: 13_000, services: [held('a', 5_000, 'x', 'y'), held('b', 8_000, 'z')] },
    { month: '2026-12', costWon: 5_000, services: [held('a', 5_000)] },
    { month: '2027-01', costWon: 0, services: [] },
  ],
};

Deno.test('each service has a lane through all months', () => {
  same(
    lanesOf(PLAN).map((lane) => [lane.name, ...lane.cells.map((cell) => (cell.won === null ? '-' : `${cell.won}:${cell.titles.join('+')}`))].join(' ')),
    ['A 5000:x+y 5000: -', 'B 8000:z - -'],
  );
});

Deno.test('holding all of them throughout is every price in every month', () => same(alwaysWon(PLAN), 39_000));
