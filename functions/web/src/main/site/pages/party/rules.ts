import type { PartyPlan, Relation } from '../../api/party.ts';

/** The closest first. */
export const relations: readonly Relation[] = ['household', 'friends', 'strangers'];

/** Whether a plan's rule lets such people share it. */
export const allows = (plan: Pick<PartyPlan, 'relation'>, among: Relation): boolean => relations.indexOf(among) <= relations.indexOf(plan.relation);

/**
 * What a seat costs, to be shown before the party is there. A price that does not divide leaves its last won with the
 * first seats, the host's among them; a seat with a price of its own is paid on top of the host's.
 */
export function shareOf(plan: Pick<PartyPlan, 'price' | 'seatPrice'>, seats: number): { member: number; host: number } {
  if (plan.seatPrice !== undefined) return { member: plan.seatPrice, host: plan.price };
  const least = Math.floor(plan.price / seats);
  const more = plan.price - least * seats;
  return { member: more > 1 ? least + 1 : least, host: more > 0 ? least + 1 : least };
}
