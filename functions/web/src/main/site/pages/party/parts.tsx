import { useState } from 'preact/hooks';
import { offerHost, remove, type PartyDetail, type Seat } from '../../api/party.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { say } from '../../components/Toasts.tsx';
import { dayOf } from '../../core/dates.ts';
import { useLanguage } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import type { Standing } from './PartyPage.tsx';
import { text } from './words.ts';

/** What a month costs, line by line. */
export function PriceTable({ party }: { party: PartyDetail }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <section class="panel">
      <h2 class="panel-title">{said.total}</h2>
      <p class="big-price">{won(party.monthly.total, language)}</p>
      <dl class="lines">
        <div><dt>{said.share}</dt><dd>{won(party.monthly.share, language)}</dd></div>
        <div><dt>{said.fee}</dt><dd>{won(party.monthly.fee, language)}</dd></div>
      </dl>
      <p class="small-text quiet">{said.nothingElse} {party.state !== 'closed' && said.firstMonth(dayOf(party.firstDay, language), dayOf(party.nextChargeOn, language))}</p>
    </section>
  );
}

export function Rule({ party }: { party: PartyDetail }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <figure class="rule">
      <figcaption>{said.rule} · {said.relations[party.relation]}</figcaption>
      <blockquote lang="ko">{party.rule.rule}</blockquote>
      <p class="small-text quiet">{said.ruleFrom(party.rule.source === 'not verified' ? said.unverified : party.rule.source, dayOf(party.rule.asOf, language))}</p>
    </figure>
  );
}

type Asked = { readonly what: 'remove' | 'offer'; readonly seat: Seat };

/** Who sits where; a host can do something about each. */
export function Seats({ party, standing, reload }: { party: PartyDetail; standing: Standing; reload: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const [asked, setAsked] = useState<Asked | null>(null);
  const nameOf = (seat: Seat) => seat.nickname ?? (seat.position === 0 ? party.host : said.seat[seat.state]);
  return (
    <section class="panel">
      <h2 class="panel-title">{said.seatsHead}</h2>
      <ul class="seats">
        {party.seats.map((seat) => (
          <li key={seat.position} class={`seat seat-${seat.state}`}>
            <span class="seat-mark" aria-hidden="true"><Icon name={seat.state === 'free' ? 'plus' : seat.state === 'locked' ? 'lock' : 'person'} /></span>
            <span class="seat-name">
              <b>{nameOf(seat)}</b>
              <small class="quiet">
                {[seat.position === 0 ? said.hostSeat : null, seat.own ? said.you : null, won(seat.share, language)].filter(Boolean).join(' · ')}
              </small>
            </span>
            {standing.host && seat.position > 0 && seat.membershipId !== undefined && (
              <span class="actions">
                <button type="button" class="button plain small" onClick={() => setAsked({ what: 'offer', seat })}>{said.offer}</button>
                <button type="button" class="button plain small" onClick={() => setAsked({ what: 'remove', seat })}>{said.remove}</button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {asked?.what === 'offer' && (
        <Confirm
          title={said.offerTitle(nameOf(asked.seat))}
          lead={said.offerLead}
          button={said.offer}
          onClose={() => setAsked(null)}
          act={async () => { await offerHost(party.partyId, asked.seat.membershipId!); say(said.offered); setAsked(null); }}
        />
      )}
      {asked?.what === 'remove' && (
        <Confirm
          title={said.removeTitle(nameOf(asked.seat))}
          lead={said.removeLead}
          button={said.remove}
          onClose={() => setAsked(null)}
          act={async ({ rule, text: why }) => {
            await remove(party.partyId, asked.seat.membershipId!, rule!, why ?? '');
            say(said.removed);
            setAsked(null);
            reload();
          }}
        >
          <SelectField label={said.removeRule} name="rule">
            {Object.entries(said.removals).map(([rule, name]) => <option key={rule} value={rule}>{name}</option>)}
          </SelectField>
          <TextField label={said.removeText} name="text" rows={3} maxLength={500} />
        </Confirm>
      )}
    </section>
  );
}
