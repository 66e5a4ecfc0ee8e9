import { useState } from 'preact/hooks';
import { services, title as titleOf } from '../../api/catalog.ts';
import * as desk from '../../api/desk.ts';
import { Field, SelectField } from '../../components/Field.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { today } from '../../core/dates.ts';
import { useAction, useLanguage, useResource } from '../../core/hooks.ts';
import { FindTitle } from '../value/FindTitle.tsx';
import { text } from './words.ts';

/** Where a title can be watched, as one of us knows it better than the import. */
export function Offers() {
  const said = text[useLanguage()];
  const [titleId, setTitleId] = useState<number | null>(null);
  const title = useResource(titleId ? `desk title ${titleId}` : null, (signal) => titleOf(titleId!, signal));
  const known = useResource('services', services);
  const [service, setService] = useState('');
  const [available, setAvailable] = useState(true);
  const [source, setSource] = useState('');
  const [asOf, setAsOf] = useState(today());
  const chosen = service || known.value?.[0]?.service || '';
  const saying = useAction(async () => { await desk.sayOffer(titleId!, chosen, available, source.trim(), asOf); say(said.offerSaid); });
  const forgetting = useAction(async () => { await desk.forgetOffer(titleId!, chosen); say(said.offerForgotten); });
  return (
    <form class="panel form desk-form" onSubmit={(event) => { event.preventDefault(); void saying.run(); }}>
      <p class="quiet">{said.offersLead}</p>
      <FindTitle label={said.findTitle} placeholder={said.findTitle} onFound={setTitleId} />
      {title.value && <p role="status"><b>{title.value.title}</b> {title.value.year && <span class="quiet">{title.value.year}</span>} <span class="quiet small-text">{title.value.offers.map((offer) => offer.name).join(', ') || said.nowhere}</span></p>}
      <div class="pair">
        <SelectField label={said.service} value={chosen} onChange={(event) => setService(event.currentTarget.value)}>
          {(known.value ?? []).map((one) => <option key={one.service} value={one.service}>{one.name}</option>)}
        </SelectField>
        <SelectField label={said.offered} value={available ? 'yes' : 'no'} onChange={(event) => setAvailable(event.currentTarget.value === 'yes')}>
          <option value="yes">{said.isOffered}</option>
          <option value="no">{said.isNotOffered}</option>
        </SelectField>
        <Field label={said.asOf} type="date" required min="2016-01-01" max={today()} value={asOf} onInput={(event) => setAsOf(event.currentTarget.value)} />
      </div>
      <Field label={said.source} hint={said.sourceHint} required maxLength={200} value={source} onInput={(event) => setSource(event.currentTarget.value)} />
      <Problem failure={saying.failure ?? forgetting.failure ?? known.failure ?? title.failure} />
      <div class="actions">
        <button type="submit" class="button" disabled={!titleId || !chosen} aria-disabled={saying.busy}>{said.sayOffer}</button>
        <button type="button" class="button plain" disabled={!titleId || !chosen} aria-disabled={forgetting.busy} onClick={() => void forgetting.run()}>{said.forgetOffer}</button>
      </div>
    </form>
  );
}
