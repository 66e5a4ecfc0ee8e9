import { parties, plans, type ListedParty } from '../../api/party.ts';
import { ServiceMark } from '../../components/Badges.tsx';
import { Icon } from '../../components/Icon.tsx';
import { More, usePages } from '../../components/More.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { SelectField, Field } from '../../components/Field.tsx';
import { serviceName } from '../../components/titles.ts';
import { dayOf, today } from '../../core/dates.ts';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { withQuery } from '../../core/route.ts';
import { text } from './words.ts';

const PRICES = [3000, 5000, 7000, 10000];
const SEATS = [1, 2, 3];
const FILTERS = ['service', 'mostWon', 'seats', 'startsBy'];

/** Every open party; what is looked for stands in the address. */
export default function BoardPage({ query }: PageProps) {
  const language = useLanguage();
  const said = text[language];
  useTitle(said.board);
  const wanted = Object.fromEntries(FILTERS.map((name) => [name, query.get(name)]));
  const known = useResource('party plans', plans);
  const found = usePages<ListedParty, number>(`parties ${JSON.stringify(wanted)}`, async (after, signal) => {
    const page = await parties({ ...wanted, after }, signal);
    return { items: page.parties, next: page.next };
  });
  const services = [...new Set((known.value ?? []).map((plan) => plan.service))];
  const choose = (name: string, value: string) => go(withQuery('/party', query, { [name]: value }), { replace: true, stay: true });
  const filtered = FILTERS.some((name) => query.get(name));
  return (
    <div class="page">
      <div class="page-head split">
        <div class="stack-small">
          <h1>{said.board}</h1>
          <p>{said.boardLead}</p>
        </div>
        <div class="actions">
          <a class="button" href="/party/new"><Icon name="plus" /> {said.make}</a>
          <a class="button plain" href="/my-parties">{said.mine}</a>
        </div>
      </div>
      <form class="filters panel" onSubmit={(event) => event.preventDefault()}>
        <SelectField label={said.service} value={wanted.service ?? ''} onChange={(event) => choose('service', event.currentTarget.value)}>
          <option value="">{said.any}</option>
          {services.map((service) => <option key={service} value={service}>{serviceName(service, language)}</option>)}
        </SelectField>
        <SelectField label={said.most} value={wanted.mostWon ?? ''} onChange={(event) => choose('mostWon', event.currentTarget.value)}>
          <option value="">{said.anyPrice}</option>
          {PRICES.map((price) => <option key={price} value={price}>{said.upTo(won(price, language))}</option>)}
        </SelectField>
        <SelectField label={said.seatsWanted} value={wanted.seats ?? ''} onChange={(event) => choose('seats', event.currentTarget.value)}>
          {SEATS.map((count) => <option key={count} value={count === 1 ? '' : count}>{said.seatsAtLeast(count)}</option>)}
        </SelectField>
        <Field label={said.startsBy} type="date" min={today()} value={wanted.startsBy ?? ''} onChange={(event) => choose('startsBy', event.currentTarget.value)} />
      </form>
      {found.failure && !found.items && <Trouble failure={found.failure} retry={found.reload} />}
      {!found.items && !found.failure && <PartySkeleton />}
      {found.items && found.items.length === 0 && (
        <div class="empty">
          <Icon name="people" />
          <h2>{said.none}</h2>
          <p>{said.noneLead}</p>
          <div class="actions">
            {filtered && <a class="button white small" href="/party">{said.wider}</a>}
            <a class="button plain small" href="/party/new">{said.make}</a>
          </div>
        </div>
      )}
      <ul class="tiles">
        {found.items?.map((party) => <PartyTile key={party.partyId} party={party} />)}
      </ul>
      <More pages={found} />
    </div>
  );
}

function PartyTile({ party }: { party: ListedParty }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <li>
      <a class="tile panel" href={`/party/${party.partyId}`}>
        <span class="tile-head">
          <ServiceMark service={party.service} />
          <span class="quiet small-text">{party.planName}</span>
        </span>
        <b class="tile-name">{party.title}</b>
        <span class="tile-price"><b>{won(party.monthly.total, language)}</b><small>{said.perMonth}</small></span>
        <span class="quiet small-text">{said.priceLine(won(party.monthly.share, language), won(party.monthly.fee, language))}</span>
        <span class="tile-end">
          <span class="dots-seats" role="img" aria-label={said.free(party.free, party.seats)}>
            {Array.from({ length: party.seats }, (_, index) => <i key={index} class={index < party.seats - party.free ? 'on' : ''} />)}
          </span>
          <span class="small-text quiet">{party.startsOn <= today() ? said.now : said.starts(dayOf(party.startsOn, language))}</span>
        </span>
        <span class="quiet small-text">{said.by(party.host)}</span>
      </a>
    </li>
  );
}

export function PartySkeleton() {
  return (
    <div class="tiles" aria-hidden="true">
      {Array.from({ length: 6 }, (_, index) => <span key={index} class="bone tile-bone" />)}
    </div>
  );
}
