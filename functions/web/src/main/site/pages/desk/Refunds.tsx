import { useState } from 'preact/hooks';
import * as desk from '../../api/desk.ts';
import type { Proposal, Refund } from '../../api/desk.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded, Trouble } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useLanguage, useResource, useSession } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { go } from '../../core/navigation.ts';
import { Payment } from './Payment.tsx';
import { Nothing, Waiting } from './Waiting.tsx';
import { text } from './words.ts';

const STATES = ['', 'open', 'stuck', 'done'] as const;

const ofOrder = (orderId: string) => `/desk?part=refunds&order=${encodeURIComponent(orderId)}`;

/** Money that we give back: what waits for a second one of us, what is on its way, and every payment to begin from. */
export function Refunds({ query }: { query: URLSearchParams }) {
  const said = text[useLanguage()];
  const order = query.get('order');
  const member = Number(query.get('member')) || null;
  if (order) return <Payment orderId={order} />;
  return (
    <div class="desk-columns">
      <div class="stack">
        <h3 class="desk-head">{said.proposals}</h3>
        <Waiting<Proposal> name="proposals" keyOf={(one) => one.proposalId} load={async (after, signal) => { const page = await desk.proposals(after, signal); return { items: page.proposals, next: page.next }; }} show={(one, done) => <Proposed proposal={one} done={done} />} />
        <h3 class="desk-head">{said.refunds}</h3>
        <Given state={query.get('state') ?? ''} />
      </div>
      <Finder member={member} />
    </div>
  );
}

/** Finds a payment by its own number, or by the member's. */
function Finder({ member }: { member: number | null }) {
  const said = text[useLanguage()];
  const [orderId, setOrderId] = useState('');
  const [userId, setUserId] = useState(member ? String(member) : '');
  return (
    <div class="stack">
      <h3 class="desk-head">{said.findPayment}</h3>
      <div class="panel stack">
        <form class="desk-find" onSubmit={(event) => { event.preventDefault(); go(ofOrder(orderId.trim())); }}>
          <Field label={said.orderId} required maxLength={100} pattern="\s*[A-Za-z0-9_\-]+\s*" spellcheck={false} autoComplete="off" value={orderId} onInput={(event) => setOrderId(event.currentTarget.value)} />
          <button type="submit" class="button plain">{said.look}</button>
        </form>
        <form class="desk-find" onSubmit={(event) => { event.preventDefault(); go(`/desk?part=refunds&member=${userId}`); }}>
          <Field label={said.userId} type="number" min={1} required value={userId} onInput={(event) => setUserId(event.currentTarget.value)} />
          <button type="submit" class="button plain">{said.payments}</button>
        </form>
      </div>
      {member && <PaymentsOf member={member} />}
    </div>
  );
}

function PaymentsOf({ member }: { member: number }) {
  const language = useLanguage();
  const said = text[language];
  const orders = useResource(`desk orders ${member}`, (signal) => desk.ordersOf(member, signal));
  return (
    <Loaded resource={orders} skeleton={<div class="panel"><TextSkeleton lines={4} /></div>}>
      {(all) => (all.length === 0 ? <p class="quiet">{said.noPayments}</p> : (
        <ul class="panel desk-rows">
          {all.map((order) => (
            <li key={order.orderId}>
              <a class="desk-row" href={ofOrder(order.orderId)}>
                <span><b>{order.name}</b><small class="quiet">{said.orderStates[order.state]} · {ago(Date.parse(order.askedAt), Date.now(), language)}</small></span>
                <b class="desk-amount">{won(order.total, language)}</b>
              </a>
            </li>
          ))}
        </ul>
      ))}
    </Loaded>
  );
}

function Proposed({ proposal, done }: { proposal: Proposal; done: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const mine = useSession()?.userId === proposal.proposedBy;
  const [asked, setAsked] = useState<'approve' | 'decline' | null>(null);
  const amount = won(proposal.amount, language);
  return (
    <>
      <p class="desk-line"><b class="desk-amount">{amount}</b> <span class="quiet small-text">{said.byWhom(proposal.proposedBy)} · {ago(Date.parse(proposal.proposedAt), Date.now(), language)}</span></p>
      <p class="plain-text">{proposal.reason}</p>
      {mine && proposal.needsTwo && <p class="small-text quiet">{said.somebodyElse}</p>}
      <div class="actions">
        {!(mine && proposal.needsTwo) && <button type="button" class="button small" onClick={() => setAsked('approve')}>{said.agree}</button>}
        <button type="button" class="button plain small" onClick={() => setAsked('decline')}>{mine ? said.takeBack : said.decline}</button>
        <a class="button plain small" href={ofOrder(proposal.orderId)}>{said.seePayment}</a>
      </div>
      {asked === 'approve' && (
        <Confirm title={said.agreeTitle(amount)} lead={said.cannotBeUndone} button={said.giveBack} onClose={() => setAsked(null)} act={async () => { await desk.approveRefund(proposal.proposalId); setAsked(null); done(); }} />
      )}
      {asked === 'decline' && (
        <Confirm title={mine ? said.takeBack : said.decline} button={mine ? said.takeBack : said.decline} onClose={() => setAsked(null)} act={async ({ why }) => { await desk.declineRefund(proposal.proposalId, why!); setAsked(null); done(); }}>
          <TextField label={said.reason} name="why" required rows={2} maxLength={500} />
        </Confirm>
      )}
    </>
  );
}

/** Refunds there are, also those that follow from leaving and from claims. */
function Given({ state }: { state: string }) {
  const language = useLanguage();
  const said = text[language];
  const wanted = STATES.find((one) => one === state) ?? '';
  const pages = usePages<Refund, number>(`desk refunds ${wanted}`, async (after, signal) => { const page = await desk.refunds(wanted || null, after, signal); return { items: page.refunds, next: page.next }; });
  return (
    <>
      <nav class="chips" aria-label={said.refunds}>
        {STATES.map((one) => <a key={one} class="chip" href={`/desk?part=refunds${one && `&state=${one}`}`} aria-current={one === wanted ? 'true' : undefined}>{said.refundStates[one || 'all']}</a>)}
      </nav>
      {pages.failure && !pages.items && <Trouble failure={pages.failure} retry={pages.reload} />}
      {!pages.items && !pages.failure && <div class="panel"><TextSkeleton lines={5} /></div>}
      {pages.items?.length === 0 && <Nothing />}
      {!!pages.items?.length && (
        <ul class="panel desk-rows">
          {pages.items.map((refund) => (
            <li key={refund.refundId}>
              <a class="desk-row" href={ofOrder(refund.orderId)}>
                <span>
                  <b>{said.refundReasons[refund.reason] ?? refund.reason}</b>
                  <small class="quiet">{said.member(refund.userId)} · {said.party(refund.partyId)} · {ago(Date.parse(refund.decidedAt), Date.now(), language)}{refund.state === 'open' && refund.attempts > 1 && ` · ${said.attempts(refund.attempts)}`}</small>
                </span>
                <span class="desk-end"><b class="desk-amount">{won(refund.amount, language)}</b><small class={refund.state === 'done' ? 'state state-open' : 'state'}>{said.refundStates[refund.state]}</small></span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <More pages={pages} />
    </>
  );
}
