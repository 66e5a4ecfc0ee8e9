import { posterOf, unrate } from '../../api/catalog.ts';
import { myReviews, type Review } from '../../api/community.ts';
import { dismiss, list, react, undoRating, wish, type ListEntry, type ListName } from '../../api/member.ts';
import { Icon } from '../../components/Icon.tsx';
import { More, usePages } from '../../components/More.tsx';
import { Poster } from '../../components/Poster.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { posterName } from '../../components/titles.ts';
import { ago } from '../../core/dates.ts';
import { Failure } from '../../core/failure.ts';
import { useLanguage, useTitle } from '../../core/hooks.ts';
import type { PageProps } from '../../core/pages.ts';
import { inSight } from '../../core/sight.ts';
import { tasteChanged } from '../../core/taste.ts';
import { ReviewShown } from '../talk/Reviews.tsx';
import { text } from './words.ts';

const LISTS = ['wishes', 'ratings', 'watches', 'reactions', 'dismissals', 'reviews'] as const;
type Shown = (typeof LISTS)[number];

export default function ListsPage({ query }: PageProps) {
  const said = text[useLanguage()];
  useTitle(said.title);
  const wanted = query.get('list') as Shown | null;
  const name: Shown = wanted && LISTS.includes(wanted) ? wanted : 'wishes';
  return (
    <div class="page">
      <div class="page-head split">
        <h1>{said.title}</h1>
        <a class="button plain small" href="/import"><Icon name="up" /> {said.import}</a>
      </div>
      <nav class="subtabs" aria-label={said.title}>
        {LISTS.map((one) => <a key={one} ref={name === one ? inSight : undefined} href={`/lists?list=${one}`} aria-current={name === one ? 'page' : undefined}>{said.lists[one]}</a>)}
      </nav>
      {name === 'reviews' ? <MyReviews /> : <Entries key={name} name={name} />}
    </div>
  );
}

function Nothing({ name }: { name: Shown }) {
  const said = text[useLanguage()];
  return <div class="empty"><Icon name="bookmark" /><p>{said.empty[name]}</p><a class="button white small" href="/browse">{said.browse}</a></div>;
}

function Entries({ name }: { name: ListName }) {
  const pages = usePages<ListEntry, string>(`list ${name}`, async (cursor, signal) => {
    const page = await list(name, cursor, signal);
    return { items: page.titles, next: page.next };
  });
  const without = (entry: ListEntry) => pages.change((items) => items.filter((one) => one !== entry));
  if (pages.failure && !pages.items) return <Trouble failure={pages.failure} retry={pages.reload} />;
  if (!pages.items) return <TextSkeleton lines={8} />;
  if (!pages.items.length) return <Nothing name={name} />;
  return (
    <>
      <ul class="entries">
        {pages.items.map((entry, index) => <li key={`${entry.titleId} ${entry.at} ${index}`}><Entry name={name} entry={entry} without={() => without(entry)} reload={pages.reload} /></li>)}
      </ul>
      <More pages={pages} />
    </>
  );
}

/** How an entry leaves its list, and how it comes back. */
const LEAVING: Partial<Record<ListName, (entry: ListEntry, back: boolean) => Promise<unknown>>> = {
  wishes: (entry, back) => wish(entry.titleId, back),
  dismissals: (entry, back) => dismiss(entry.titleId, back),
  reactions: (entry, back) => react(entry.titleId, back ? (entry.reaction ?? null) : null),
};

function Entry({ name, entry, without, reload }: { name: ListName; entry: ListEntry; without: () => void; reload: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const title = posterName(entry.title, entry.year);
  const leave = LEAVING[name];
  async function remove() {
    try {
      await (leave ? leave(entry, false) : unrate(entry.titleId));
      if (name !== 'wishes') tasteChanged();
      without();
      say(said.removed, {
        name: said.undo,
        run: () => void (leave ? leave(entry, true) : undoRating(entry.titleId)).then(reload, (thrown) => say(Failure.of(thrown))),
      });
    } catch (thrown) {
      say(Failure.of(thrown));
    }
  }
  async function undo() {
    try {
      const answer = await undoRating(entry.titleId);
      say(!answer.undone ? said.nothingToUndo : answer.stars === undefined ? said.undoneNone : said.undone(answer.stars.toFixed(1)));
      if (answer.undone) tasteChanged();
      reload();
    } catch (thrown) {
      say(Failure.of(thrown));
    }
  }
  const moment = Date.parse(entry.at);
  return (
    <div class="entry">
      <a href={`/title/${entry.titleId}`} data-dialog="" aria-hidden="true" tabIndex={-1}><Poster src={entry.poster || posterOf(entry.titleId)} name={entry.title} /></a>
      <a class="entry-name" href={`/title/${entry.titleId}`} data-dialog="">
        <b>{title}</b>
        <span class="small-text quiet">
          {entry.stars !== undefined && <span class="star predicted">★ {entry.stars.toFixed(1)} · </span>}
          {entry.reaction && `${entry.reaction === 'like' ? said.like : said.dislike} · `}
          {entry.finished ? `${said.finished} · ` : entry.seconds ? `${said.upTo(Math.round(entry.seconds / 60))} · ` : ''}
          {ago(moment, Date.now(), language)}
        </span>
      </a>
      <div class="entry-end">
        {name === 'ratings' && <button type="button" class="button plain small" onClick={() => void undo()}><Icon name="refresh" /> {said.undo}<span class="for-readers"> {title}</span></button>}
        {name !== 'watches' && <button type="button" class="button plain small" onClick={() => void remove()}>{said.remove}<span class="for-readers"> {title}</span></button>}
      </div>
    </div>
  );
}

function MyReviews() {
  const pages = usePages<Review, string>('my reviews', async (cursor, signal) => {
    const page = await myReviews(cursor, signal);
    return { items: page.reviews, next: page.next };
  });
  if (pages.failure && !pages.items) return <Trouble failure={pages.failure} retry={pages.reload} />;
  if (!pages.items) return <TextSkeleton lines={8} />;
  if (!pages.items.length) return <Nothing name="reviews" />;
  return (
    <>
      <ul class="talk-list">
        {pages.items.map((review) => <li key={review.reviewId}><ReviewShown review={review} named onRemoved={() => pages.change((items) => items.filter((one) => one !== review))} /></li>)}
      </ul>
      <More pages={pages} />
    </>
  );
}
