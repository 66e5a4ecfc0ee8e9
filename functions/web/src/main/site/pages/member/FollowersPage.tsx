import { accept, followed, refuse, unfollow, type Followed } from '../../api/member.ts';
import { Face } from '../../components/Face.tsx';
import { More, usePages } from '../../components/More.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { Failure } from '../../core/failure.ts';
import { useLanguage, useTitle } from '../../core/hooks.ts';
import type { PageProps } from '../../core/pages.ts';
import { text } from './words.ts';

const LISTS = ['following', 'followers', 'follow-requests'] as const;
type List = (typeof LISTS)[number];

export default function FollowersPage({ query }: PageProps) {
  const said = text[useLanguage()];
  useTitle(said.title);
  const wanted = query.get('list') as List | null;
  const list: List = wanted && LISTS.includes(wanted) ? wanted : 'following';
  return (
    <div class="page">
      <PageHead title={said.title} />
      <nav class="subtabs" aria-label={said.title}>
        {LISTS.map((one) => <a key={one} href={`/followers?list=${one}`} aria-current={one === list ? 'page' : undefined}>{said.lists[one]}</a>)}
      </nav>
      <People key={list} list={list} />
    </div>
  );
}

function People({ list }: { list: List }) {
  const said = text[useLanguage()];
  const pages = usePages<Followed, number>(list, async (after, signal) => {
    const page = await followed(list, after, signal);
    return { items: page.users, next: page.next };
  });
  async function change(person: Followed, send: (id: number) => Promise<unknown>) {
    try {
      await send(person.userId);
      pages.change((items) => items.filter((one) => one !== person));
    } catch (thrown) {
      say(Failure.of(thrown));
    }
  }
  if (pages.failure && !pages.items) return <Trouble failure={pages.failure} retry={pages.reload} />;
  if (!pages.items) return <TextSkeleton lines={4} />;
  if (!pages.items.length) return <p class="quiet empty">{said.empty[list]}</p>;
  return (
    <>
      <ul class="people">
        {pages.items.map((person) => (
          <li key={person.userId}>
            <Face author={{ gone: false, ...person }} />
            <span class="actions">
              {list === 'follow-requests' && <button type="button" class="button small" onClick={() => void change(person, accept)}>{said.accept}</button>}
              {list === 'following'
                ? <button type="button" class="button plain small" onClick={() => void change(person, unfollow)}>{person.state === 'requested' ? said.requested : said.following}</button>
                : <button type="button" class="button plain small" onClick={() => void change(person, refuse)}>{list === 'followers' ? said.removeFollower : said.refuse}</button>}
            </span>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}
