import { useState } from 'preact/hooks';
import * as desk from '../../api/desk.ts';
import type { LineSuggestion, Reported, ReportedMessage } from '../../api/desk.ts';
import type { SecurityEvent } from '../../api/member.ts';
import type { Claim } from '../../api/party.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Field, SelectField, TextField } from '../../components/Field.tsx';
import { More, usePages, type Page, type Pages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem, Trouble } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useAction, useLanguage, useSession, useTitle } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import type { PageProps } from '../../core/pages.ts';
import { text as party } from '../party/words.ts';
import { text } from './words.ts';

const TABS = ['lines', 'reports', 'messages', 'claims', 'people'] as const;
type Tab = (typeof TABS)[number];

/** What administrators decide. The API refuses everybody else, whatever is shown here. */
export default function DeskPage({ query }: PageProps) {
  const said = text[useLanguage()];
  const session = useSession();
  useTitle(said.title);
  const wanted = query.get('part') as Tab | null;
  const tab: Tab = wanted && TABS.includes(wanted) ? wanted : 'lines';
  if (!session?.admin) return <div class="page"><p class="empty">{said.notAdmin}</p></div>;
  return (
    <div class="page">
      <div class="page-head"><h1>{said.title}</h1><p>{said.lead}</p></div>
      <nav class="subtabs" aria-label={said.title}>
        {TABS.map((one) => <a key={one} href={`/desk?part=${one}`} aria-current={one === tab ? 'page' : undefined}>{said.tabs[one]}</a>)}
      </nav>
      {tab === 'lines' && <Lines />}
      {tab === 'reports' && <Reports />}
      {tab === 'messages' && <Messages />}
      {tab === 'claims' && <ClaimsToDecide />}
      {tab === 'people' && <People />}
    </div>
  );
}

/** A list of things to do; one that is done leaves it. */
function Waiting<T>({ name, load, show }: {
  name: string;
  load: (after: number | null, signal: AbortSignal) => Promise<Page<T, number>>;
  show: (item: T, done: () => void) => preact.JSX.Element;
}) {
  const said = text[useLanguage()];
  const pages: Pages<T> = usePages<T, number>(`desk ${name}`, load);
  if (pages.failure && !pages.items) return <Trouble failure={pages.failure} retry={pages.reload} />;
  if (!pages.items) return <TextSkeleton lines={6} />;
  if (!pages.items.length) return <p class="quiet empty">{said.nothing}</p>;
  const done = (item: T) => { pages.change((items) => items.filter((one) => one !== item)); say(said.done); };
  return (
    <>
      <ul class="stack">{pages.items.map((item, index) => <li key={index} class="panel stack-small">{show(item, () => done(item))}</li>)}</ul>
      <More pages={pages} />
    </>
  );
}

function Lines() {
  return <Waiting<LineSuggestion> name="lines" load={async (after, signal) => { const page = await desk.suggestions(after, signal); return { items: page.suggestions, next: page.next }; }} show={(line, done) => <Line line={line} done={done} />} />;
}

function Line({ line, done }: { line: LineSuggestion; done: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const [refusing, setRefusing] = useState(false);
  const accepting = useAction(async () => { await desk.acceptLine(line.suggestionId); done(); });
  return (
    <>
      <p><a class="link" href={`/title/${line.titleId}`} data-dialog="">{line.title}</a> <span class="small-text quiet">{ago(line.suggestedMillis, Date.now(), language)}</span></p>
      <blockquote>“{line.line}”{line.speaker && <span class="quiet"> — {line.speaker}</span>}</blockquote>
      <Problem failure={accepting.failure} />
      <div class="actions">
        <button type="button" class="button small" aria-disabled={accepting.busy} onClick={() => void accepting.run()}>{said.accept}</button>
        <button type="button" class="button plain small" onClick={() => setRefusing(true)}>{said.refuse}</button>
      </div>
      {refusing && (
        <Confirm title={said.refuse} button={said.refuse} onClose={() => setRefusing(false)} act={async ({ reason }) => { await desk.refuseLine(line.suggestionId, reason!); setRefusing(false); done(); }}>
          <SelectField label={said.reason} name="reason">{Object.entries(said.refusals).map(([reason, name]) => <option key={reason} value={reason}>{name}</option>)}</SelectField>
        </Confirm>
      )}
    </>
  );
}

function Reports() {
  return <Waiting<Reported> name="reports" load={async (_, signal) => ({ items: await desk.reports(signal) })} show={(item, done) => <Report item={item} done={done} />} />;
}

const reasonsOf = (reasons: Record<string, number>) => Object.entries(reasons).map(([reason, count]) => `${reason} ${count}`).join(', ');

function Report({ item, done }: { item: Reported; done: () => void }) {
  const said = text[useLanguage()];
  const hiding = useAction(async (hidden: boolean) => { await desk.hide(item.kind, item.id, hidden); done(); });
  return (
    <>
      <p><b>{said.kinds[item.kind]}</b> <span class="quiet small-text">{said.counts(item.reports)} · {reasonsOf(item.reasons)}{item.hidden && ` · ${said.hiddenNow}`}</span></p>
      <p>{item.headline}</p>
      <p class="plain-text quiet">{item.excerpt}</p>
      <Problem failure={hiding.failure} />
      <div class="actions">
        <button type="button" class="button small" aria-disabled={hiding.busy} onClick={() => void hiding.run(!item.hidden)}>{item.hidden ? said.show : said.hide}</button>
        {item.kind === 'post' && <a class="button plain small" href={`/board/${item.id}`}>{said.kinds.post}</a>}
      </div>
    </>
  );
}

function Messages() {
  return <Waiting<ReportedMessage> name="messages" load={async (_, signal) => ({ items: await desk.messageReports(signal) })} show={(item, done) => <Message item={item} done={done} />} />;
}

function Message({ item, done }: { item: ReportedMessage; done: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const deciding = useAction(async (removed: boolean) => { await desk.decideMessage(item.partyId, item.seq, removed); done(); });
  return (
    <>
      <p><b>{said.message(item.partyId, item.seq)}</b> <span class="quiet small-text">{item.nickname} · {said.counts(item.reports)} · {item.reasons.join(', ')} · {ago(item.sinceMillis, Date.now(), language)}</span></p>
      <p class="plain-text">{item.text}</p>
      <Problem failure={deciding.failure} />
      <div class="actions">
        <button type="button" class="button small" aria-disabled={deciding.busy} onClick={() => void deciding.run(true)}>{said.removeMessage}</button>
        <button type="button" class="button plain small" aria-disabled={deciding.busy} onClick={() => void deciding.run(false)}>{said.keepMessage}</button>
      </div>
    </>
  );
}

function ClaimsToDecide() {
  return <Waiting<Claim> name="claims" load={async (after, signal) => { const page = await desk.claimsToDecide(after, signal); return { items: page.claims, next: page.next }; }} show={(claim, done) => <ClaimShown claim={claim} done={done} />} />;
}

function ClaimShown({ claim, done }: { claim: Claim; done: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const shared = party[language];
  const [why, setWhy] = useState('');
  const deciding = useAction(async (uphold: boolean) => { await desk.decideClaim(claim.claimId, uphold, why); done(); });
  return (
    <form class="form" onSubmit={(event) => { event.preventDefault(); void deciding.run(true); }}>
      <p><b>{shared.claimKinds[claim.kind]}</b> <span class="quiet small-text">{shared.stake(won(claim.stake, language))} · {shared.claimStates[claim.state]}</span></p>
      <p class="plain-text">{claim.evidence}</p>
      {claim.answer && <p class="plain-text quiet">{shared.theirAnswer}: {claim.answer}</p>}
      {claim.needsTwo && <p class="small-text quiet">{claim.proposed === undefined ? said.needsTwo : said.proposed(claim.proposed)}</p>}
      <TextField label={said.text} required rows={2} maxLength={2000} value={why} onInput={(event) => setWhy(event.currentTarget.value)} />
      <Problem failure={deciding.failure} />
      <div class="actions">
        <button type="submit" class="button small" aria-disabled={deciding.busy}>{said.uphold}</button>
        <button type="button" class="button plain small" aria-disabled={deciding.busy} disabled={!why.trim()} onClick={() => void deciding.run(false)}>{said.reject}</button>
      </div>
    </form>
  );
}

function People() {
  const language = useLanguage();
  const said = text[language];
  const [userId, setUserId] = useState('');
  const [events, setEvents] = useState<SecurityEvent[] | null>(null);
  const id = Number(userId);
  const giving = useAction(async (role: 'user' | 'admin') => { await desk.giveRole(id, role); say(said.done); });
  const looking = useAction(async () => { setEvents(await desk.eventsOf(id)); });
  return (
    <form class="panel form" onSubmit={(event) => { event.preventDefault(); void looking.run(); }}>
      <Field label={said.userId} type="number" min={1} required value={userId} onInput={(event) => { setUserId(event.currentTarget.value); setEvents(null); }} />
      <Problem failure={giving.failure ?? looking.failure} />
      <div class="actions">
        <button type="submit" class="button small" aria-disabled={looking.busy}>{said.events}</button>
        <button type="button" class="button plain small" disabled={!id} onClick={() => void giving.run('admin')}>{said.giveAdmin}</button>
        <button type="button" class="button plain small" disabled={!id} onClick={() => void giving.run('user')}>{said.giveUser}</button>
      </div>
      {events && <ul class="rows">{events.map((event) => <li key={event.eventId}>{event.kind}<span class="small-text quiet">{event.device} · {ago(Date.parse(event.occurredAt), Date.now(), language)}</span></li>)}</ul>}
    </form>
  );
}
