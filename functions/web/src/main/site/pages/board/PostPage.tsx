import { deletePost, post as load } from '../../api/community.ts';
import { Face } from '../../components/Face.tsx';
import { Icon } from '../../components/Icon.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useLanguage, useResource, useSession, useTitle } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { Talk } from '../talk/Talk.tsx';
import { text } from './words.ts';

export default function PostPage({ params }: PageProps) {
  const id = Number(params.id);
  const language = useLanguage();
  const said = text[language];
  const session = useSession();
  const found = useResource(`post ${params.id} ${session?.userId ?? ''}`, (signal) => load(id, signal));
  useTitle(found.value?.headline ?? said.loading);
  return (
    <div class="page slim">
      <p><a class="link small-text" href="/board">{said.back}</a></p>
      <Loaded page resource={found} skeleton={<TextSkeleton lines={8} />}>
        {(post) => (
          <article class="post stack">
            <header>
              <h1>{post.headline}</h1>
              <p class="post-meta"><Face author={post.author} /><span>{ago(Date.parse(post.createdAt), Date.now(), language)}{post.editedAt && ` · ${said.edited}`}</span></p>
            </header>
            {post.hidden && <p class="problem">{said.hidden}</p>}
            {post.photo && <img class="post-photo" src={post.photo.large} alt={said.photoAlt} width={1200} height={800} />}
            <p class="plain-text">{post.text}</p>
            <Talk
              subject="posts"
              id={post.postId}
              likes={post.likes}
              liked={post.liked}
              comments={post.comments}
              mine={post.mine}
              open
              onRemove={async () => { await deletePost(post.postId); go('/board', { replace: true }); }}
            >
              {post.mine && <a href={`/board/${post.postId}/edit`}><Icon name="edit" /> {said.edit}</a>}
            </Talk>
          </article>
        )}
      </Loaded>
    </div>
  );
}
