import { party as load, type PartyDetail } from '../../api/party.ts';
import { ServiceMark } from '../../components/Badges.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { useLanguage, useResource, useSession, useStore, useTitle } from '../../core/hooks.ts';
import { rooms } from '../../core/live.ts';
import type { PageProps } from '../../core/pages.ts';
import { withQuery } from '../../core/route.ts';
import { inSight } from '../../core/sight.ts';
import { Room } from '../chat/Room.tsx';
import { Screens } from '../screens/Screens.tsx';
import { Vault } from '../vault/Vault.tsx';
import { Claims } from './Claims.tsx';
import { HostTools } from './HostTools.tsx';
import { JoinBox } from './JoinBox.tsx';
import { LedgerView } from './LedgerView.tsx';
import { MemberTools } from './MemberTools.tsx';
import { RefundPreview } from './RefundPreview.tsx';
import { PriceTable, Rule, Seats } from './parts.tsx';
import { text } from './words.ts';

const TABS = ['about', 'chat', 'login', 'screens', 'ledger', 'claims'] as const;
type Tab = (typeof TABS)[number];

/** Where everybody has an account of their own there is nothing to share but the price. */
const tabsOf = (party: PartyDetail): readonly Tab[] => TABS.filter((tab) => party.seatType === 'profile' || (tab !== 'login' && tab !== 'screens'));

/** How whoever asks stands to a party. */
export interface Standing {
  readonly host: boolean;
  readonly member: boolean;
}

export function standingOf(party: PartyDetail): Standing {
  const own = party.seats.find((seat) => seat.own && seat.state === 'taken');
  return { host: own?.position === 0, member: own !== undefined && own.position > 0 };
}

export default function PartyPage({ params, query }: PageProps) {
  const id = Number(params.id);
  const language = useLanguage();
  const said = text[language];
  const session = useSession();
  const code = query.get('code');
  const found = useResource(`party ${id} ${code} ${session?.userId ?? ''}`, (signal) => load(id, code, signal));
  useTitle(found.value?.title ?? said.loading);
  return (
    <div class="page">
      <Loaded page resource={found} skeleton={<div class="panel"><TextSkeleton lines={10} /></div>}>
        {(party) => <Shown party={party} query={query} code={code} reload={found.reload} />}
      </Loaded>
    </div>
  );
}

function Shown({ party, query, code, reload }: { party: PartyDetail; query: URLSearchParams; code: string | null; reload: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const standing = standingOf(party);
  const inside = standing.host || standing.member;
  const wanted = query.get('tab') as Tab | null;
  const tab: Tab = inside && wanted && tabsOf(party).includes(wanted) ? wanted : 'about';
  return (
    <>
      <header class="party-head">
        <span class="tile-head"><ServiceMark service={party.service} /> <span class="quiet">{party.planName}</span></span>
        <h1>{party.title}</h1>
        <p class="quiet">
          <span class={`state state-${party.state}`}>{party.state === 'open' && !party.hasFreeSeat ? said.full : said.state[party.state]}</span>
          {' '}{said.by(party.host)}
        </p>
      </header>
      {inside && <Tabs party={party} tab={tab} query={query} />}
      {tab === 'about' && (
        <div class="party-columns">
          <div class="stack">
            {standing.member && <MemberTools party={party} reload={reload} />}
            {party.offered && <HostTools.Offered party={party} reload={reload} />}
            {standing.host && <HostTools party={party} reload={reload} />}
            {!inside && <JoinBox party={party} code={code} reload={reload} />}
            <Seats party={party} standing={standing} reload={reload} />
          </div>
          <aside class="stack">
            <PriceTable party={party} />
            <Rule party={party} />
            {!standing.host && <RefundPreview party={party} code={code} />}
          </aside>
        </div>
      )}
      {tab === 'chat' && <Room partyId={party.partyId} />}
      {tab === 'login' && <Vault partyId={party.partyId} host={standing.host} />}
      {tab === 'screens' && <Screens partyId={party.partyId} query={query} />}
      {tab === 'ledger' && <LedgerView partyId={party.partyId} host={standing.host} />}
      {tab === 'claims' && <Claims partyId={party.partyId} host={standing.host} />}
    </>
  );
}

/** Links, for each view has an address. */
function Tabs({ party, tab, query }: { party: PartyDetail; tab: Tab; query: URLSearchParams }) {
  const said = text[useLanguage()];
  const unread = useStore(rooms).find((room) => room.partyId === party.partyId)?.unread ?? 0;
  return (
    <nav class="subtabs" aria-label={said.tabsLabel}>
      {tabsOf(party).map((one) => (
        <a key={one} ref={tab === one ? inSight : undefined} href={withQuery(`/party/${party.partyId}`, query, { tab: one === 'about' ? null : one, day: null })} aria-current={tab === one ? 'page' : undefined}>
          {said.tabs[one]}
          {one === 'chat' && unread > 0 && tab !== 'chat' && <span class="count inline" aria-label={said.unread(unread)}>{unread}</span>}
        </a>
      ))}
    </nav>
  );
}
