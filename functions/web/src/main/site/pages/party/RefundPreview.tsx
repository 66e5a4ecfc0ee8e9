import { useId, useState } from 'preact/hooks';
import { refundPreview, type PartyDetail, type RefundPreview as Preview } from '../../api/party.ts';
import { Problem } from '../../components/Trouble.tsx';
import { useLanguage, useResource, useSettled } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { text } from './words.ts';

const MOVES_MILLIS = 120;
const MOST_DAYS = 31;

/** A slider over the days of a month, and what would come back on each. */
export function RefundPreview({ party, code }: { party: PartyDetail; code: string | null }) {
  const language = useLanguage();
  const said = text[language];
  const id = useId();
  const [day, setDay] = useState(10);
  const asked = useSettled(day, MOVES_MILLIS);
  const found = useResource(`refund ${party.partyId} ${asked} ${code}`, (signal) => refundPreview(party.partyId, asked, code, signal));
  const [last, setLast] = useState<Preview | null>(null);
  if (found.value && found.value !== last) setLast(found.value);
  const shown = found.value ?? last;
  const days = shown?.days ?? daysOf(party);
  const amount = (won_: number | undefined) => (won_ === undefined ? '…' : won(won_, language));
  return (
    <section class="panel refund">
      <h2 class="panel-title">{said.refundHead}</h2>
      <p class="small-text quiet">{said.refundLead}</p>
      <label for={id} class="refund-day">{said.afterDays(day, days)}</label>
      <input id={id} type="range" min={0} max={days} value={day} onInput={(event) => setDay(Number(event.currentTarget.value))} aria-valuetext={said.afterDays(day, days)} />
      <svg class="refund-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="part-host" x="0" width={share(shown?.toHost, shown?.paid)} height="6" />
        <rect class="part-back" x={100 - share(shown?.ifYouLeave, shown?.paid)} width={share(shown?.ifYouLeave, shown?.paid)} height="6" />
      </svg>
      <dl class="lines" aria-live="polite">
        <div><dt>{said.ifYouLeave}</dt><dd class="good"><b>{amount(shown?.ifYouLeave)}</b></dd></div>
        <div><dt>{said.ifItEnds}</dt><dd>{amount(shown?.ifItEnds)}</dd></div>
        <div><dt>{said.toHost}</dt><dd>{amount(shown?.toHost)}</dd></div>
      </dl>
      <Problem failure={found.failure} />
    </section>
  );
}

const share = (part: number | undefined, whole: number | undefined) => (part === undefined || !whole ? 0 : (part / whole) * 100);

function daysOf(party: PartyDetail): number {
  const days = Math.round((Date.parse(party.nextChargeOn) - Date.parse(party.firstDay)) / 86_400_000);
  return Math.min(MOST_DAYS, Math.max(1, days));
}
