import type { Rotation } from '../../api/catalog.ts';

/** A service in the picture of a plan: in which months it is held, and what is seen there then. */
export interface Lane {
  readonly service: string;
  readonly name: string;
  readonly cells: readonly { readonly month: string; readonly titles: readonly string[]; readonly won: number | null }[];
}

/** The plan turned about: a lane for each service instead of a list for each month. */
export function lanesOf(plan: Rotation): Lane[] {
  const names = new Map<string, string>();
  for (const month of plan.months) for (const held of month.services) names.set(held.service, held.name);
  return [...names].map(([service, name]) => ({
    service,
    name,
    cells: plan.months.map((month) => {
      const held = month.services.find((one) => one.service === service);
      return { month: month.month, titles: held?.titles.flatMap((title) => title.title ?? []) ?? [], won: held ? held.monthlyWon : null };
    }),
  }));
}

/** What it would cost to hold every service of the plan in every month. */
export function alwaysWon(plan: Rotation): number {
  const prices = new Map<string, number>();
  for (const month of plan.months) for (const held of month.services) prices.set(held.service, held.monthlyWon);
  return [...prices.values()].reduce((sum, price) => sum + price, 0) * plan.months.length;
}
