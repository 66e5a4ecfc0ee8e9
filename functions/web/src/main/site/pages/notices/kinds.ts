import type { Notice } from '../../api/chat.ts';
import type { IconName } from '../../components/Icon.tsx';

/** Where a notification leads; null where there is nothing to see. */
export function wayOf(notice: Notice): string | null {
  switch (notice.kind) {
    case 'followed':
      return notice.actorId ? `/member/${notice.actorId}` : '/followers';
    case 'follow_requested':
      return '/followers?list=follow-requests';
    case 'review_liked':
    case 'review_commented':
      return '/lists?list=reviews';
    case 'post_liked':
    case 'post_commented':
      return notice.subjectId ? `/board/${notice.subjectId}` : '/board';
    case 'payment_made':
    case 'refund_made':
      return '/payments';
    case 'payout_made':
      return '/payments?list=payouts';
    case 'password_to_change':
      return notice.partyId ? `/party/${notice.partyId}?tab=login` : '/my-parties';
    case 'claim_opened':
    case 'claim_answered':
    case 'claim_decided':
      return notice.partyId ? `/party/${notice.partyId}?tab=claims` : '/my-parties';
    default:
      return notice.partyId ? `/party/${notice.partyId}` : null;
  }
}

const ICONS: readonly (readonly [string, IconName])[] = [
  ['payment', 'coins'], ['refund', 'coins'], ['payout', 'coins'], ['password', 'lock'], ['claim', 'warning'], ['follow', 'person'], ['review', 'star'], ['post', 'chat'],
];

export const iconOf = (kind: string): IconName => ICONS.find(([start]) => kind.startsWith(start))?.[1] ?? 'people';
