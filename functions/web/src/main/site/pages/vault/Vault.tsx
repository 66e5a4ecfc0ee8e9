import { useState } from 'preact/hooks';
import { reveal, reveals, vault as load, type LogIn, type Seen, type Vault as VaultState } from '../../api/inside.ts';
import { Icon } from '../../components/Icon.tsx';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded, Problem } from '../../components/Trouble.tsx';
import { clock, date, dayOf } from '../../core/dates.ts';
import { useAction, useLanguage, useResource } from '../../core/hooks.ts';
import { HostLogIn } from './HostLogIn.tsx';
import { SHOWN_SECONDS, useCover } from './useCover.ts';
import { text } from './words.ts';

/** The log-in of the shared account. */
export function Vault({ partyId, host }: { partyId: number; host: boolean }) {
  const found = useResource(`vault ${partyId}`, (signal) => load(partyId, signal));
  const [looks, setLooks] = useState(0);
  return (
    <div class="vault">
      <Loaded resource={found} skeleton={<div class="panel"><TextSkeleton lines={6} /></div>}>
        {(vault) => (
          <Shown partyId={partyId} host={host} vault={vault} onLooked={() => { setLooks(looks + 1); found.reload(); }} onChange={found.set} reload={found.reload} />
        )}
      </Loaded>
      <Log key={looks} partyId={partyId} />
    </div>
  );
}

interface ShownProps {
  partyId: number;
  host: boolean;
  vault: VaultState;
  onLooked: () => void;
  onChange: (vault: VaultState) => void;
  reload: () => void;
}

function Shown({ partyId, host, vault, onLooked, onChange, reload }: ShownProps) {
  const language = useLanguage();
  const said = text[language];
  const { shown, seconds, show, cover } = useCover<LogIn>();
  const [looked, setLooked] = useState(false);
  const action = useAction(async () => {
    show(await reveal(partyId));
    setLooked(true);
    onLooked();
  });
  return (
    <section class="panel tools">
      <h2 class="panel-title">{said.head}</h2>
      <p class="quiet small-text">{said.lead}</p>
      {host && vault.stale && vault.changeBy && <p class="notice-box" role="alert">{said.changeBy(dayOf(vault.changeBy, language))}</p>}
      {!host && vault.stale && vault.stored && <p class="small-text quiet">{said.stale}</p>}
      {vault.stored && (!vault.locked || vault.locked === 'LIMIT' || shown) && (
        <dl class="log-in">
          <Value name={said.account} value={shown?.account ?? null} copy={said.copyAccount} />
          <Value name={said.password} value={shown?.password ?? null} copy={said.copyPassword} />
        </dl>
      )}
      {shown ? (
        <div class="actions">
          <button type="button" class="button plain small" onClick={cover}>{said.cover}</button>
          <span class="quiet small-text"><progress class="cover-bar" max={SHOWN_SECONDS} value={seconds} aria-hidden="true" /> {said.soon(seconds)}</span>
        </div>
      ) : vault.locked ? (
        <Locked partyId={partyId} lock={vault.locked} host={host} />
      ) : (
        <div class="actions">
          <button type="button" class="button" aria-disabled={action.busy} onClick={() => void action.run()}><Icon name="eye" /> {said.reveal}</button>
          <span class="quiet small-text">{said.left(vault.revealsLeft)}{vault.savedAt && ` · ${said.saved(date(Date.parse(vault.savedAt), language))}`}</span>
        </div>
      )}
      <p class="for-readers" role="status">{shown ? said.shown : looked ? said.hidden : ''}</p>
      <Problem failure={action.failure} />
      {host && vault.locked !== 'NOT_NEEDED' && vault.locked !== 'CLOSED' && <HostLogIn partyId={partyId} vault={vault} onSaved={(next) => { cover(); onChange(next); }} onErased={() => { cover(); reload(); }} />}
    </section>
  );
}

/** A line of the log-in; covered, it says nothing of how long it is. */
function Value({ name, value, copy }: { name: string; value: string | null; copy: string }) {
  const said = text[useLanguage()];
  async function take() {
    try {
      await navigator.clipboard.writeText(value!);
      say(said.copied);
    } catch {
      say(said.notCopied);
    }
  }
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === null ? <span class="cover" role="img" aria-label={said.covered}>••••••••••</span> : <code class="secret">{value}</code>}
        {value !== null && <button type="button" class="button plain small" aria-label={copy} onClick={() => void take()}>{said.copy}</button>}
      </dd>
    </div>
  );
}

function Locked({ partyId, lock, host }: { partyId: number; lock: NonNullable<VaultState['locked']>; host: boolean }) {
  const said = text[useLanguage()];
  const way = { EMPTY: { tab: '?tab=chat', name: said.toChat }, CLAIM: { tab: '?tab=claims', name: said.toClaims }, UNPAID: { tab: '', name: said.toPay } }[lock as string];
  return (
    <div class="notice-box">
      <p><Icon name="lock" /> {host && lock === 'EMPTY' ? said.emptyHost : said.locked[lock]}</p>
      {way && !host && <a class="button plain small" href={`/party/${partyId}${way.tab}`}>{way.name}</a>}
    </div>
  );
}

/** Every look, for everybody inside. */
function Log({ partyId }: { partyId: number }) {
  const language = useLanguage();
  const said = text[language];
  const pages = usePages<Seen, number>(`reveals ${partyId}`, async (before, signal) => {
    const page = await reveals(partyId, before, signal);
    return { items: page.reveals, next: page.next };
  });
  const nameOf = (seen: Seen) => (seen.own ? said.you : (seen.nickname ?? said.gone));
  return (
    <section class="panel">
      <h2 class="panel-title">{said.log}</h2>
      {pages.items === null ? (pages.failure ? <Problem failure={pages.failure} /> : <TextSkeleton lines={3} />) : pages.items.length === 0 ? (
        <p class="quiet">{said.logNone}</p>
      ) : (
        <ol class="rows">
          {pages.items.map((seen) => (
            <li key={`${seen.at} ${seen.nickname}`}>
              <span><b>{nameOf(seen)}</b>{seen.host && <small class="quiet"> · {said.host}</small>}</span>
              <time class="quiet small-text" dateTime={seen.at}>{date(Date.parse(seen.at), language)} {clock(Date.parse(seen.at), language)}</time>
            </li>
          ))}
        </ol>
      )}
      <More pages={pages} />
    </section>
  );
}
