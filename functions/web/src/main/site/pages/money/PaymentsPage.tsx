import { useState } from 'preact/hooks';
import { exportOf, payments, payouts, type Payout, type Receipt } from '../../api/money.ts';
import { ServiceMark } from '../../components/Badges.tsx';
import { SelectField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { More, usePages } from '../../components/More.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem, Trouble } from '../../components/Trouble.tsx';
import { date, monthAndDay, monthOf, today } from '../../core/dates.ts';
import { keep } from '../../core/files.ts';
import { useAction, useLanguage, useTitle } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import type { PageProps } from '../../core/pages.ts';
import { text } from './words.ts';

const LISTS = ['payments', 'payouts'] as const;
type List = (typeof LISTS)[number];
const FIRST_YEAR = 2025;

/** Money of one's own, both ways. */
export default function PaymentsPage({ query }: PageProps) {
  const said = text[useLanguage()];
  useTitle(said.title);
  const list: List = query.get('list') === 'payouts' ? 'payouts' : 'payments';
  return (
    <div class="page">
      <PageHead title={said.title}>{said.lead}</PageHead>
      <nav class="subtabs" aria-label={said.title}>
        {LISTS.map((one) => <a key={one} href={one === 'payments' ? '/payments' : '/payments?list=payouts'} aria-current={one === list ? 'page' : undefined}>{said.tabs[one]}</a>)}
      </nav>
      <div class="money-columns">
        {list === 'payments' ? <Payments /> : <Payouts />}
        <Table key={list} list={list} />
      </div>
    </div>
  );
}

function Payments() {
  const said = text[useLanguage()];
  const pages = usePages<Receipt, number>('payments', async (after, signal) => {
    const page = await payments(after, signal);
    return { items: page.payments, next: page.next };
  });
  if (pages.failure && !pages.items) return <Trouble failure={pages.failure} retry={pages.reload} />;
  if (!pages.items) return <div class="panel"><TextSkeleton lines={8} /></div>;
  if (!pages.items.length) return <Nothing head={said.none} lead={said.noneLead} way="/party" name={said.find} />;
  return (
    <section class="stack">
      <ul class="stack">{pages.items.map((one) => <li key={one.number}><Payment receipt={one} /></li>)}</ul>
      <More pages={pages} />
    </section>
  );
}

function Payment({ receipt }: { receipt: Receipt }) {
  const language = useLanguage();
  const said = text[language];
  const back = receipt.total - receipt.kept;
  const done = receipt.refunds.every((refund) => refund.doneAt);
  return (
    <a class="payment panel" href={`/receipt/${receipt.orderId}`}>
      <ServiceMark service={receipt.service} />
      <span class="payment-what">
        <b>{receipt.title}</b>
        <small class="quiet">
          {receipt.unwanted ? said.unwanted : receipt.from && receipt.until ? said.months(monthAndDay(receipt.from, language), monthAndDay(receipt.until, language)) : receipt.planName}
        </small>
        {back > 0 && <small class="good">{said.back(won(back, language), done)}</small>}
      </span>
      <span class="payment-end">
        <b>{won(receipt.total, language)}</b>
        <small class="quiet">{date(Date.parse(receipt.paidAt), language)}</small>
      </span>
    </a>
  );
}

function Payouts() {
  const language = useLanguage();
  const said = text[language];
  const [waiting, setWaiting] = useState<number | null>(null);
  const pages = usePages<Payout, number>('payouts', async (after, signal) => {
    const page = await payouts(after, signal);
    setWaiting(page.waiting);
    return { items: page.payouts, next: page.next };
  });
  if (pages.failure && !pages.items) return <Trouble failure={pages.failure} retry={pages.reload} />;
  if (!pages.items) return <div class="panel"><TextSkeleton lines={8} /></div>;
  return (
    <section class="stack">
      <div class="panel">
        <h2 class="panel-title">{said.waiting}</h2>
        <p class="big-price">{won(waiting ?? 0, language)}</p>
        <p class="small-text quiet">{said.waitingLead}</p>
      </div>
      {pages.items.length === 0 && <Nothing head={said.noPayouts} lead={said.noPayoutsLead} way="/party/new" name={said.make} />}
      <ul class="stack">
        {pages.items.map((payout) => (
          <li key={payout.payoutId}>
            <a class="payment panel" href={`/party/${payout.partyId}?tab=ledger`}>
              <ServiceMark service={payout.service} />
              <span class="payment-what"><b>{payout.title}</b><small class="quiet">{said.period(monthOf(payout.period, language))}</small></span>
              <span class="payment-end"><b class="good">+{won(payout.amount, language)}</b><small class="quiet">{date(Date.parse(payout.paidAt), language)}</small></span>
            </a>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </section>
  );
}

function Nothing({ head, lead, way, name }: { head: string; lead: string; way: string; name: string }) {
  return (
    <div class="empty">
      <Icon name="coins" />
      <h2>{head}</h2>
      <p>{lead}</p>
      <div class="actions"><a class="button white small" href={way}>{name}</a></div>
    </div>
  );
}

/** A year to take along. */
function Table({ list }: { list: List }) {
  const said = text[useLanguage()];
  const now = Number(today().slice(0, 4));
  const years = Array.from({ length: now - FIRST_YEAR + 1 }, (_, index) => now - index);
  const [year, setYear] = useState(now);
  const action = useAction(async () => {
    keep(await exportOf(list, year));
    say(said.downloaded);
  });
  return (
    <form class="panel form" onSubmit={(event) => { event.preventDefault(); void action.run(); }}>
      <h2 class="panel-title">{said.table}</h2>
      <p class="quiet small-text">{said.tableLead}</p>
      <SelectField label={said.year} value={year} onChange={(event) => setYear(Number(event.currentTarget.value))}>
        {years.map((one) => <option key={one} value={one}>{one}</option>)}
      </SelectField>
      <Problem failure={action.failure} />
      <div class="actions"><button type="submit" class="button plain" aria-disabled={action.busy}>{said.download}</button></div>
    </form>
  );
}
