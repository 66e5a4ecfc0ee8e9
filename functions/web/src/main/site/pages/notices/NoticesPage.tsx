import { useEffect } from 'preact/hooks';
import { notices, noticesRead, preferences, prefer, type Notice } from '../../api/chat.ts';
import { Icon } from '../../components/Icon.tsx';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded, Trouble } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { Failure } from '../../core/failure.ts';
import { useLanguage, useResource, useStore, useTitle } from '../../core/hooks.ts';
import { noticesTold, unreadNotices } from '../../core/live.ts';
import { iconOf, wayOf } from './kinds.ts';
import { text } from './words.ts';

export default function NoticesPage() {
  const said = text[useLanguage()];
  useTitle(said.title);
  const told = useStore(noticesTold);
  const pages = usePages<Notice, number>('notices', async (before, signal) => {
    const page = await notices(before, signal);
    unreadNotices.set(page.unread);
    return { items: page.notifications, next: page.next };
  });
  useEffect(() => { if (told > 0) pages.reload(); }, [told]);
  const newest = pages.items?.[0]?.id ?? 0;
  const unread = pages.items?.some((notice) => !notice.read) ?? false;
  async function readAll() {
    try {
      const left = await noticesRead(newest);
      unreadNotices.set(left.unread);
      pages.change((items) => items.map((notice) => (notice.id <= newest ? { ...notice, read: true } : notice)));
    } catch (thrown) {
      say(Failure.of(thrown));
    }
  }
  return (
    <div class="page slim">
      <div class="page-head split">
        <div class="stack-small"><h1>{said.title}</h1><p>{said.lead}</p></div>
        {unread && <button type="button" class="button plain small" onClick={() => void readAll()}><Icon name="check" /> {said.allRead}</button>}
      </div>
      {pages.failure && !pages.items && <Trouble failure={pages.failure} retry={pages.reload} />}
      {!pages.items && !pages.failure && <TextSkeleton lines={6} />}
      {pages.items?.length === 0 && <div class="empty"><Icon name="bell" /><h2>{said.none}</h2><p>{said.noneLead}</p></div>}
      <ul class="notices">{pages.items?.map((notice) => <li key={notice.id}><Shown notice={notice} /></li>)}</ul>
      <More pages={pages} />
      <Preferences />
    </div>
  );
}

function Shown({ notice }: { notice: Notice }) {
  const language = useLanguage();
  const said = text[language];
  const way = wayOf(notice);
  const what = (said.said[notice.kind] ?? (() => said.kinds[notice.kind] ?? notice.kind))(notice.actor ?? said.somebody);
  const inside = (
    <>
      <span class="notice-mark" aria-hidden="true"><Icon name={iconOf(notice.kind)} /></span>
      <span>{what}{!notice.read && <span class="for-readers"> ({said.unread})</span>}</span>
      <time class="small-text quiet" dateTime={new Date(notice.madeAtMillis).toISOString()}>{ago(notice.madeAtMillis, Date.now(), language)}</time>
    </>
  );
  const look = notice.read ? 'notice' : 'notice unread';
  if (!way) return <div class={look}>{inside}</div>;
  return <a class={look} href={way} onClick={() => { if (!notice.read) void noticesRead(notice.id).then(({ unread }) => unreadNotices.set(unread), () => undefined); }}>{inside}</a>;
}

function Preferences() {
  const said = text[useLanguage()];
  const found = useResource('notice preferences', preferences);
  async function change(kind: string, wanted: boolean) {
    found.set((before) => ({ ...before, [kind]: wanted }));
    try {
      found.set(await prefer({ [kind]: wanted }));
    } catch (thrown) {
      found.set((before) => ({ ...before, [kind]: !wanted }));
      say(Failure.of(thrown));
    }
  }
  return (
    <details class="panel notice-preferences">
      <summary>{said.preferences}</summary>
      <p class="quiet small-text">{said.preferencesLead}</p>
      <Loaded resource={found} skeleton={<TextSkeleton lines={5} />}>
        {(kinds) => (
          <div class="switches">
            {Object.entries(kinds).map(([kind, wanted]) => (
              <label key={kind} class="check"><input type="checkbox" checked={wanted} onChange={(event) => void change(kind, event.currentTarget.checked)} /> {said.kinds[kind] ?? kind}</label>
            ))}
          </div>
        )}
      </Loaded>
    </details>
  );
}
