import { useEffect, useRef, useState } from 'preact/hooks';
import { editPost, post as load, uploadPhoto, writePost, type Post } from '../../api/community.ts';
import { Field, TextField } from '../../components/Field.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded, Problem } from '../../components/Trouble.tsx';
import { Failure } from '../../core/failure.ts';
import { useAction, useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { http } from '../../core/site.ts';
import { text } from './words.ts';

const MOST_BYTES = 8 * 1024 * 1024;

export default function WritePage({ params }: PageProps) {
  const said = text[useLanguage()];
  const id = params.id === undefined ? null : Number(params.id);
  useTitle(id === null ? said.newTitle : said.editTitle);
  const found = useResource(id === null ? null : `post ${id} edit`, (signal) => load(id!, signal));
  return (
    <div class="page slim">
      <PageHead title={id === null ? said.newTitle : said.editTitle} />
      {id === null ? <Writing post={null} /> : <Loaded resource={found} skeleton={<TextSkeleton lines={8} />}>{(post) => <Writing post={post} />}</Loaded>}
    </div>
  );
}

function Writing({ post }: { post: Post | null }) {
  const said = text[useLanguage()];
  const [headline, setHeadline] = useState(post?.headline ?? '');
  const [body, setBody] = useState(post?.text ?? '');
  const [photo, setPhoto] = useState<File | null>(null);
  const preview = useObjectUrl(photo);
  const key = useRef(http.newKey());
  // One upload serves every attempt to publish.
  const uploaded = useRef<{ photo: File; name: string } | null>(null);
  const action = useAction(async () => {
    const draft = { headline: headline.trim(), text: body.trim() };
    if (post) {
      await editPost(post.postId, draft);
      say(said.saved);
      go(`/board/${post.postId}`, { replace: true });
      return;
    }
    if (photo && photo.size > MOST_BYTES) throw new Failure(413, 'BODY_TOO_LARGE', 'More than 8 MB');
    if (photo && uploaded.current?.photo !== photo) uploaded.current = { photo, name: await uploadPhoto('/post-photos', photo) };
    const { postId } = await writePost(photo ? { ...draft, upload: uploaded.current!.name } : draft, key.current);
    say(said.published);
    go(`/board/${postId}`, { replace: true });
  });
  const changed = (set: () => void) => { key.current = http.newKey(); set(); };
  return (
    <form class="panel form" onSubmit={(event) => { event.preventDefault(); void action.run(); }}>
      <Field label={said.headline} required maxLength={100} value={headline} onInput={(event) => changed(() => setHeadline(event.currentTarget.value))} />
      <TextField label={said.body} required rows={10} maxLength={5000} value={body} onInput={(event) => changed(() => setBody(event.currentTarget.value))} />
      {post ? post.photo && <p class="small-text quiet">{said.photoStays}</p> : (
        <Field label={said.photo} hint={said.photoHint} type="file" accept="image/jpeg,image/png,image/gif" onChange={(event) => changed(() => setPhoto(event.currentTarget.files?.[0] ?? null))} />
      )}
      {preview && <img class="post-photo" src={preview} alt={said.photoAlt} />}
      <Problem failure={action.failure} />
      <div class="actions">
        <button type="submit" class="button" aria-disabled={action.busy}>{post ? said.save : said.publish}</button>
        <a class="button plain" href={post ? `/board/${post.postId}` : '/board'}>{said.cancel}</a>
      </div>
    </form>
  );
}

function useObjectUrl(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) { setUrl(null); return; }
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
