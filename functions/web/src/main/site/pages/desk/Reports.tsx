import * as desk from '../../api/desk.ts';
import type { Reported, ReportedMessage } from '../../api/desk.ts';
import { Problem } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useAction, useLanguage } from '../../core/hooks.ts';
import { Waiting } from './Waiting.tsx';
import { text } from './words.ts';

/** Reviews and posts that somebody reported. */
export function Reports() {
  return <Waiting<Reported> name="reports" keyOf={(item) => `${item.kind} ${item.id}`} load={async (_, signal) => ({ items: await desk.reports(signal) })} show={(item, done) => <Report item={item} done={done} />} />;
}

const reasonsOf = (reasons: Record<string, number>, names: Record<string, string>) =>
  Object.entries(reasons).map(([reason, count]) => `${names[reason] ?? reason} ${count}`).join(', ');

function Report({ item, done }: { item: Reported; done: () => void }) {
  const said = text[useLanguage()];
  const hiding = useAction(async (hidden: boolean) => { await desk.hide(item.kind, item.id, hidden); done(); });
  return (
    <>
      <p><b>{said.kinds[item.kind]}</b> <span class="quiet small-text">{said.counts(item.reports)} · {reasonsOf(item.reasons, said.reportReasons)}{item.hidden && ` · ${said.hiddenNow}`}</span></p>
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

/** Messages of chats that somebody reported. */
export function Messages() {
  return <Waiting<ReportedMessage> name="messages" keyOf={(item) => `${item.partyId} ${item.seq}`} load={async (_, signal) => ({ items: await desk.messageReports(signal) })} show={(item, done) => <Message item={item} done={done} />} />;
}

function Message({ item, done }: { item: ReportedMessage; done: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const deciding = useAction(async (removed: boolean) => { await desk.decideMessage(item.partyId, item.seq, removed); done(); });
  return (
    <>
      <p><b>{said.message(item.partyId, item.seq)}</b> <span class="quiet small-text">{item.nickname} · {said.counts(item.reports)} · {item.reasons.map((reason) => said.reportReasons[reason] ?? reason).join(', ')} · {ago(item.sinceMillis, Date.now(), language)}</span></p>
      <blockquote class="plain-text">{item.text}</blockquote>
      <Problem failure={deciding.failure} />
      <div class="actions">
        <button type="button" class="button small" aria-disabled={deciding.busy} onClick={() => void deciding.run(true)}>{said.removeMessage}</button>
        <button type="button" class="button plain small" aria-disabled={deciding.busy} onClick={() => void deciding.run(false)}>{said.keepMessage}</button>
      </div>
    </>
  );
}
