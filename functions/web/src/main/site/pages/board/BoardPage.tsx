import { useState } from 'preact/hooks';
import { myPosts, posts, type Post } from '../../api/community.ts';
import { Icon } from '../../components/Icon.tsx';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useLanguage, useSession, useTitle } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { withQuery } from '../../core/route.ts';
import { text } from './words.ts';

export default function BoardPage({ query }: PageProps) {
  const said = text[useLanguage()];
  useTitle(said.title);
  const session = useSession();
  const words = query.get('q') ?? '';
  const mine = session !== null && query.get('of') === 'me';
  const [entered, setEntered] = useState(words);
  const pages = usePages<Post, string>(`posts ${mine} ${words}`, async (cursor, signal) => {
    const page = mine ? await myPosts(cursor, signal) : await posts(words, cursor, signal);
    return { items: page.posts, next: page.next };
  });
  return (
    <div class="page slim">
      <div class="page-head split">
        <div class="stack-small"><h1>{said.title}</h1><p>{said.lead}</p></div>
        <a class="button" href="/board/new"><Icon name="edit" /> {said.write}</a>
      </div>
      <form class="board-find" role="search" onSubmit={(event) => { event.preventDefault(); go(withQuery('/board', query, { q: entered.trim(), of: null }), { stay: true }); }}>
        <input class="input" type="search" aria-label={said.find} placeholder={said.findPlaceholder} maxLength={50} value={entered} onInput={(event) => setEntered(event.currentTarget.value)} />
        <button type="submit" class="button plain"><Icon name="search" /> {said.find}</button>
      </form>
      {session && (
        <div class="chips board-chips">
          <a class="chip" href="/board" aria-current={!mine ? 'true' : undefined}>{said.all}</a>
          <a class="chip" href="/board?of=me" aria-current={mine ? 'true' : undefined}>{said.mine}</a>
        </div>
      )}
      {pages.failure && !pages.items && <Trouble failure={pages.failure} retry={pages.reload} />}
      {!pages.items && !pages.failure && <TextSkeleton lines={8} />}
      {pages.items?.length === 0 && (
        <div class="empty"><Icon name="chat" /><h2>{words ? said.noneFound(words) : said.none}</h2><p>{said.noneLead}</p></div>
      )}
      <ul class="talk-list">{pages.items?.map((post) => <li key={post.postId}><Tile post={post} /></li>)}</ul>
      <More pages={pages} />
    </div>
  );
}

function Tile({ post }: { post: Post }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <article class="panel post-tile">
      <a href={`/board/${post.postId}`}>
        <h2>{post.headline}</h2>
        <p class="excerpt">{post.text}</p>
        <p class="post-meta"><span>{post.author.nickname}</span><span>{ago(Date.parse(post.createdAt), Date.now(), language)}</span><span>{said.counts(post.likes, post.comments)}</span></p>
      </a>
      {post.photo && <img class="post-thumb" src={post.photo.small} alt="" width={112} height={84} loading="lazy" />}
    </article>
  );
}
