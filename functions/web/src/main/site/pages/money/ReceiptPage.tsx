import { receipt as load, type Receipt } from '../../api/money.ts';
import { ServiceMark } from '../../components/Badges.tsx';
import { Icon } from '../../components/Icon.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { clock, date, dayOf } from '../../core/dates.ts';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import type { PageProps } from '../../core/pages.ts';
import { text } from './words.ts';

/** One receipt, to be looked at or printed. */
export default function ReceiptPage({ params }: PageProps) {
  const said = text[useLanguage()];
  useTitle(said.receiptTitle);
  const found = useResource(`receipt ${params.id}`, (signal) => load(params.id!, signal));
  return (
    <div class="page slim receipt-page">
      <div class="actions receipt-actions">
        <a class="button plain small" href="/payments"><Icon name="left" /> {said.toAll}</a>
        {found.value && <button type="button" class="button white small" onClick={() => print()}>{said.print}</button>}
      </div>
      <Loaded page resource={found} skeleton={<div class="panel"><TextSkeleton lines={12} /></div>}>{(receipt) => <Shown receipt={receipt} />}</Loaded>
    </div>
  );
}

function Shown({ receipt }: { receipt: Receipt }) {
  const language = useLanguage();
  const said = text[language];
  const moment = (at: string) => `${date(Date.parse(at), language)} ${clock(Date.parse(at), language)}`;
  return (
    <article class="receipt panel">
      <header class="receipt-head">
        <h1>{said.receiptTitle}</h1>
        <p class="quiet small-text">{said.number} <b class="receipt-number">{receipt.number}</b></p>
      </header>
      <dl class="lines">
        <div><dt>{said.party}</dt><dd class="receipt-party"><ServiceMark service={receipt.service} /> {receipt.title}</dd></div>
        <div><dt>{said.paidAt}</dt><dd>{moment(receipt.paidAt)}</dd></div>
        {receipt.from && receipt.until && <div><dt>{said.span}</dt><dd>{said.months(dayOf(receipt.from, language), dayOf(receipt.until, language))}</dd></div>}
        <div><dt>{said.method}</dt><dd>{receipt.method ?? said.methodUnknown}</dd></div>
      </dl>
      {receipt.unwanted && <p class="notice-box">{said.unwanted}</p>}
      <dl class="lines receipt-sum">
        {!receipt.unwanted && (
          <>
            <div><dt>{said.share}</dt><dd>{won(receipt.share, language)}</dd></div>
            <div><dt>{said.feeSupply}</dt><dd>{won(receipt.feeSupply, language)}</dd></div>
            <div><dt>{said.feeVat}</dt><dd>{won(receipt.feeVat, language)}</dd></div>
          </>
        )}
        <div class="receipt-total"><dt>{said.total}</dt><dd>{won(receipt.total, language)}</dd></div>
        {receipt.refunds.map((refund) => (
          <div key={refund.refundId}>
            <dt>{said.refunds} · {refund.doneAt ? said.refundDone(date(Date.parse(refund.doneAt), language)) : said.refundWay}{said.reasons[refund.reason] && ` · ${said.reasons[refund.reason]}`}</dt>
            <dd>−{won(refund.amount, language)}</dd>
          </div>
        ))}
        {receipt.refunds.length > 0 && <div class="receipt-total"><dt>{said.kept}</dt><dd>{won(receipt.kept, language)}</dd></div>}
      </dl>
      <p class="small-text quiet">{said.footer}</p>
    </article>
  );
}
