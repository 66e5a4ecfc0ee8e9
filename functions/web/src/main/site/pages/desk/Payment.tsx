import { useState } from 'preact/hooks';
import * as desk from '../../api/desk.ts';
import type { DeskPayment, Proposal } from '../../api/desk.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { useLanguage, useResource } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { Entries } from '../party/LedgerView.tsx';
import { keyFor, spent } from './keys.ts';
import { text } from './words.ts';

/** One payment: what its money did, and what of it may be given back. */
export function Payment({ orderId }: { orderId: string }) {
  const said = text[useLanguage()];
  const payment = useResource(`desk payment ${orderId}`, (signal) => desk.payment(orderId, signal));
  return (
    <div class="stack">
      <p><a class="link" href="/desk?part=refunds">← {said.tabs.refunds}</a></p>
      <Loaded resource={payment} skeleton={<div class="panel"><TextSkeleton lines={10} /></div>}>
        {(seen) => (
          <div class="desk-columns">
            <Seen payment={seen} />
            <GiveBack payment={seen} changed={payment.reload} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Seen({ payment: { order, hostId, entries, sum } }: { payment: DeskPayment }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <section class="panel stack">
      <div class="desk-line"><h3 class="panel-title">{order.name}</h3><span class={order.state === 'paid' ? 'state state-open' : 'state'}>{said.orderStates[order.state]}</span></div>
      <dl class="figures">
        <div><dt>{said.total}</dt><dd>{won(order.total, language)}</dd></div>
        <div><dt>{said.share}</dt><dd>{won(order.share, language)}</dd></div>
        <div><dt>{said.fee}</dt><dd>{won(order.fee, language)}</dd></div>
      </dl>
      <p class="small-text quiet">
        <a class="link" href={`/desk?part=refunds&member=${order.userId}`}>{said.member(order.userId)}</a> · {said.party(order.partyId)} · {said.host(hostId)} · <span class="code">{order.orderId}</span>
      </p>
      <p class="sum-line"><b>{said.ledgerSum(won(sum, language))}</b>{sum === 0 && <span class="good">✓ {said.balanced}</span>}</p>
      {entries.length === 0 && <p class="quiet">{said.noEntries}</p>}
      <Entries entries={entries} />
    </section>
  );
}

/** Asks twice; the same amount for the same reason is one refund, however often it is sent. */
function GiveBack({ payment: { order, possible }, changed }: { payment: DeskPayment; changed: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState<Proposal | null>(null);
  const price = won(Number(amount), language);
  async function give() {
    const key = keyFor(order.orderId, Number(amount), reason.trim());
    const proposal = await desk.giveBack(order.orderId, Number(amount), reason.trim(), key);
    spent(key);
    setMade(proposal);
    setAsked(false);
    setAmount('');
    setReason('');
    say(proposal.state === 'proposed' ? said.waitsForSecond : said.givenBack(won(proposal.amount, language)));
    changed();
  }
  if (possible === 0) return <section class="panel stack-small"><h3 class="panel-title">{said.giveBack}</h3><p class="quiet">{said.nothingPossible}</p></section>;
  return (
    <section class="panel">
      <form class="form" onSubmit={(event) => { event.preventDefault(); setAsked(true); }}>
        <h3 class="panel-title">{said.giveBack}</h3>
        <p class="quiet small-text">{said.giveBackLead}</p>
        <Field label={said.amount} hint={said.possible(won(possible, language))} type="number" inputMode="numeric" min={1} max={possible} step={1} required value={amount} onInput={(event) => setAmount(event.currentTarget.value)} />
        <TextField label={said.reason} hint={said.reasonHint} required rows={3} maxLength={500} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        <button type="submit" class="button">{said.goOn}</button>
        {made?.state === 'proposed' && <p class="notice-box" role="status">{said.waitsForSecond}</p>}
      </form>
      {asked && (
        <Confirm title={said.giveBackTitle(price)} lead={<><p>{said.giveBackTo(order.userId)}</p><p class="plain-text">“{reason.trim()}”</p><p>{said.cannotBeUndone}</p></>} button={said.giveBackNow(price)} onClose={() => setAsked(false)} act={give} />
      )}
    </section>
  );
}
