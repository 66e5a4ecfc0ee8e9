import { myParties, type MyParty } from '../../api/party.ts';
import { ServiceMark } from '../../components/Badges.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { dayOf } from '../../core/dates.ts';
import { useLanguage, useResource, useStore, useTitle } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { rooms } from '../../core/live.ts';
import { PartySkeleton } from './BoardPage.tsx';
import { text } from './words.ts';

export default function MinePage() {
  const said = text[useLanguage()];
  useTitle(said.mineTitle);
  const found = useResource('my parties', myParties);
  return (
    <div class="page">
      <div class="page-head split">
        <div class="stack-small">
          <h1>{said.mineTitle}</h1>
          <p>{said.mineLead}</p>
        </div>
        <div class="actions">
          <a class="button" href="/party">{said.find}</a>
          <a class="button plain" href="/party/card"><Icon name="coins" /> {said.card}</a>
        </div>
      </div>
      <Loaded resource={found} skeleton={<PartySkeleton />}>
        {(all) =>
          all.length === 0 ? (
            <div class="empty">
              <Icon name="people" />
              <h2>{said.noMine}</h2>
              <p>{said.noMineLead}</p>
              <div class="actions"><a class="button white small" href="/party">{said.find}</a><a class="button plain small" href="/party/new">{said.make}</a></div>
            </div>
          ) : (
            <ul class="tiles">{all.map((party) => <Tile key={party.partyId} party={party} />)}</ul>
          )}
      </Loaded>
    </div>
  );
}

function Tile({ party }: { party: MyParty }) {
  const language = useLanguage();
  const said = text[language];
  const room = useStore(rooms).find((one) => one.partyId === party.partyId);
  return (
    <li>
      <a class="tile panel" href={`/party/${party.partyId}${room?.unread ? '?tab=chat' : ''}`}>
        <span class="tile-head"><ServiceMark service={party.service} /><span class="quiet small-text">{party.host ? said.hosting : said.joined}</span></span>
        <b class="tile-name">{party.title}</b>
        {party.monthly !== undefined && <span class="tile-price"><b>{won(party.monthly, language)}</b><small>{said.perMonth}</small></span>}
        <span class="small-text quiet">
          {party.membershipState ? (said.memberStates[party.membershipState] ?? party.membershipState) : said.state[party.state]}
          {party.paidUntil && ` · ${said.paidUntil(dayOf(party.paidUntil, language))}`}
        </span>
        {party.changePasswordBy && <b class="small-text due">{said.changePassword(dayOf(party.changePasswordBy, language))}</b>}
        {room?.lastMessage?.text && <span class="tile-last small-text">{room.lastMessage.nickname}: {room.lastMessage.text}</span>}
        {Boolean(room?.unread) && <span class="count inline">{said.unread(room!.unread)}</span>}
      </a>
    </li>
  );
}
