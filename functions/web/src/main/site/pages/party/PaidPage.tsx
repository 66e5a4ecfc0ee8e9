import { useEffect, useState } from 'preact/hooks';
import { confirm, order as look, type Order } from '../../api/party.ts';
import { Icon } from '../../components/Icon.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { Failure } from '../../core/failure.ts';
import { useLanguage, useTitle } from '../../core/hooks.ts';
import type { PageProps } from '../../core/pages.ts';
import { text } from './words.ts';

const LOOKS = 12;
const PAUSE_MILLIS = 1_500;

type Stand = { at: 'asking' | 'paid' | 'waiting' | 'cancelled' | 'failed'; failure?: Failure };

/** Where the pay window leads back to. What came of it is what the API says, not what stands in the address. */
export default function PaidPage({ params, query }: PageProps) {
  const said = text[useLanguage()];
  const orderId = query.get('order_id') ?? '';
  const receiptId = query.get('receipt_id') ?? '';
  const event = query.get('event') ?? '';
  const [stand, setStand] = useState<Stand>({ at: event === 'cancel' || !orderId ? 'cancelled' : 'asking' });
  useTitle(said.paidTitle);
  useEffect(() => {
    if (stand.at !== 'asking') return;
    const abort = new AbortController();
    settle(orderId, receiptId, abort.signal).then(
      (next) => abort.signal.aborted || setStand(next),
      (thrown) => abort.signal.aborted || setStand({ at: 'failed', failure: Failure.of(thrown) }),
    );
    return () => abort.abort();
  }, [orderId, receiptId]);
  const back = `/party/${params.id}`;
  return (
    <div class="narrow" aria-live="polite">
      {stand.at === 'asking' && <><h1>{said.paidTitle}</h1><p class="lead">{said.paidLead}</p><span class="bone bone-button" aria-hidden="true" /></>}
      {stand.at === 'paid' && <><span class="done"><Icon name="check" /></span><h1>{said.paid}</h1><p class="lead">{said.paidNext}</p><a class="button wide" href={`${back}?tab=chat`}>{said.toParty}</a></>}
      {stand.at === 'waiting' && <><h1>{said.paidTitle}</h1><p class="lead">{said.stillAsking}</p><a class="button wide" href={back}>{said.toParty}</a></>}
      {stand.at === 'cancelled' && <><h1>{said.cancelled}</h1><p class="lead">{said.cancelledLead}</p><a class="button wide" href={back}>{said.again}</a></>}
      {stand.at === 'failed' && <><h1>{said.failed}</h1><Problem failure={stand.failure ?? null} /><a class="button wide" href={back}>{said.toParty}</a></>}
    </div>
  );
}

async function settle(orderId: string, receiptId: string, signal: AbortSignal): Promise<Stand> {
  let found: Order = receiptId ? await confirm(orderId, receiptId) : await look(orderId, signal);
  for (let round = 0; round < LOOKS && found.state === 'asked'; round++) {
    await new Promise((resume) => setTimeout(resume, PAUSE_MILLIS));
    if (signal.aborted) return { at: 'waiting' };
    found = await look(orderId, signal);
  }
  switch (found.state) {
    case 'paid': return { at: 'paid' };
    case 'asked': return { at: 'waiting' };
    case 'awaiting': return { at: 'cancelled' };
    default: return { at: 'failed', failure: new Failure(409, 'PAYMENT_FAILED', found.reason ?? '') };
  }
}
