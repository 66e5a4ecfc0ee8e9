import type { Message } from '../../main/site/api/chat.ts';
import { pauseBefore } from '../../main/site/core/backoff.ts';
import { today } from '../../main/site/core/dates.ts';
import { wayOf } from '../../main/site/pages/notices/kinds.ts';
import { hostMoney, sumOf } from '../../main/site/pages/party/money.ts';
import { allows, shareOf } from '../../main/site/pages/party/rules.ts';
import { middleOf, within } from '../../main/site/components/crop.ts';
import { gapAfter, merged } from '../../main/site/pages/chat/thread.ts';
import { same } from './same.ts';

const message = (seq: number, text = 'hello'): Message => ({ seq, kind: 'text', text, masked: false, deleted: false, hidden: false, madeAtMillis: 0 });

Deno.test('messages are in order, each once, and the newer knowledge of one wins', () => {
  const all = merged([message(1), message(2)], [message(4), message(2, 'changed'), message(3)]);
  same(all.map(({ seq, text }) => `${seq} ${text}`), ['1 hello', '2 changed', '3 hello', '4 hello']);
});

Deno.test('a gap is after the last number before it', () => {
  same(gapAfter([message(1), message(2), message(5)]), 2);
  same(gapAfter([message(7), message(8)]), null);
});

Deno.test('pauses grow up to half a minute, and are not the same for everybody', () => {
  same([1, 2, 3, 9].map((attempt) => pauseBefore(attempt, 1)), [1000, 2000, 4000, 30000]);
  same(pauseBefore(1, 0), 500);
});

Deno.test('a rule lets those share who are as close as it asks, and closer', () => {
  same(['household', 'friends', 'strangers'].map((among) => allows({ relation: 'friends' }, among as 'friends')), [true, true, false]);
});

Deno.test('the won that does not divide is paid by the first seats', () => {
  same(shareOf({ price: 17000 }, 4), { member: 4250, host: 4250 });
  same(shareOf({ price: 13902 }, 4), { member: 3476, host: 3476 });
  same(shareOf({ price: 13901 }, 4), { member: 3475, host: 3476 });
  same(shareOf({ price: 13500, seatPrice: 5000 }, 2), { member: 5000, host: 13500 });
});

Deno.test('a host has earned what was served, and is still to get what was not paid out', () => {
  const served = { entryId: 1, reason: 'served', at: '', lines: [{ account: 'escrow', amount: 300 }, { account: 'host', amount: -300 }] };
  const payout = { entryId: 2, reason: 'payout', at: '', lines: [{ account: 'host', amount: 100 }, { account: 'provider', amount: -100 }] };
  same(hostMoney([served, payout]), { earned: 300, paidOut: 100, toCome: 200 });
  same([served, payout].map(sumOf), [0, 0]);
});

Deno.test('a picture is never cropped beyond its edge', () => {
  same(middleOf(400, 200), { x: 200, y: 100, zoom: 1 });
  same(within({ x: 0, y: 500, zoom: 1 }, 400, 200), { x: 100, y: 100, zoom: 1 });
  same(within({ x: 0, y: 0, zoom: 99 }, 400, 200), { x: 25, y: 25, zoom: 4 });
});

Deno.test('a notification leads to what it is about', () => {
  const notice = { id: 1, read: false, madeAtMillis: 0 };
  same(wayOf({ ...notice, kind: 'followed', actorId: 7 }), '/member/7');
  same(wayOf({ ...notice, kind: 'claim_opened', partyId: 3 }), '/party/3?tab=claims');
  same(wayOf({ ...notice, kind: 'payment_made', partyId: 3 }), '/payments');
  same(wayOf({ ...notice, kind: 'password_to_change', partyId: 3 }), '/party/3?tab=login');
  same(wayOf({ ...notice, kind: 'hosting_offered' }), null);
});

Deno.test('the day is that of Korea', () => {
  same(today(new Date('2026-11-21T14:59:00Z')), '2026-11-21');
  same(today(new Date('2026-11-21T15:00:00Z')), '2026-11-22');
});
