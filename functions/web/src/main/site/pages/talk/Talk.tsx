import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { comment as write, comments as load, deleteComment, like, report, type Comment, type Subject } from '../../api/community.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Face } from '../../components/Face.tsx';
import { SelectField, TextField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { Failure } from '../../core/failure.ts';
import { useAction, useLanguage, useLocation, useSession } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import { http } from '../../core/site.ts';
import { text } from './words.ts';

const MOST_LETTERS = 1000;

/** What can be done about something that somebody wrote: like, comment, report, and for one's own the rest. */
export function Talk({ subject, id, likes, liked, comments, mine, open = false, children, onRemove }: {
  subject: Subject;
  id: number;
  likes: number;
  liked: boolean;
  comments: number;
  mine: boolean;
  open?: boolean;
  children?: ComponentChildren;
  onRemove?: () => Promise<void>;
}) {
  const said = text[useLanguage()];
  const session = useSession();
  const { address } = useLocation();
  const [state, setState] = useState({ likes, liked });
  const [count, setCount] = useState(comments);
  const [shown, setShown] = useState(open);
  const [asked, setAsked] = useState<'report' | 'remove' | null>(null);
  const logIn = () => say(said.logInFirst, { name: said.logIn, run: () => go(`/login?returnTo=${encodeURIComponent(address)}`) });
  async function change() {
    if (!session) return logIn();
    const before = state;
    setState({ liked: !before.liked, likes: before.likes + (before.liked ? -1 : 1) });
    try {
      setState(await like(subject, id, !before.liked));
    } catch (thrown) {
      setState(before);
      say(Failure.of(thrown));
    }
  }
  return (
    <>
      <div class="talk-actions">
        <button type="button" aria-pressed={state.liked} onClick={() => void change()}><Icon name="heart" filled={state.liked} /> {said.like(state.likes)}</button>
        <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}><Icon name="chat" /> {said.comments(count)}</button>
        {children}
        {mine && onRemove && <button type="button" onClick={() => setAsked('remove')}><Icon name="trash" /> {said.remove}</button>}
        {!mine && <button type="button" onClick={() => (session ? setAsked('report') : logIn())}><Icon name="warning" /> {said.report}</button>}
      </div>
      {shown && <Comments subject={subject} id={id} onCount={(by) => setCount((before) => before + by)} />}
      {asked === 'report' && (
        <Confirm
          title={said.reportTitle}
          lead={said.reportLead}
          button={said.report}
          onClose={() => setAsked(null)}
          act={async ({ reason, note }) => { await report(subject, id, reason!, note ?? ''); say(said.reported); setAsked(null); }}
        >
          <SelectField label={said.reason} name="reason">
            {Object.entries(said.reasons).map(([reason, name]) => <option key={reason} value={reason}>{name}</option>)}
          </SelectField>
          <TextField label={said.note} name="note" rows={2} maxLength={500} />
        </Confirm>
      )}
      {asked === 'remove' && (
        <Confirm title={said.deleteTitle} lead={said.deleteLead} button={said.remove} onClose={() => setAsked(null)} act={async () => { await onRemove!(); say(said.deleted); setAsked(null); }} />
      )}
    </>
  );
}

function Comments({ subject, id, onCount }: { subject: Subject; id: number; onCount: (by: number) => void }) {
  const language = useLanguage();
  const said = text[language];
  const session = useSession();
  const { address } = useLocation();
  const pages = usePages<Comment, number>(`comments ${subject} ${id}`, async (after, signal) => {
    const page = await load(subject, id, after, signal);
    return { items: page.comments, next: page.next };
  });
  const [entered, setEntered] = useState('');
  const key = useRef(http.newKey());
  const action = useAction(async () => {
    await write(subject, id, entered.trim(), key.current);
    key.current = http.newKey();
    setEntered('');
    onCount(1);
    pages.reload();
  });
  async function remove(commentId: number) {
    try {
      await deleteComment(subject, id, commentId);
      pages.change((items) => items.filter((one) => one.commentId !== commentId));
      onCount(-1);
    } catch (thrown) {
      say(Failure.of(thrown));
    }
  }
  return (
    <div class="comments">
      {!pages.items && !pages.failure && <TextSkeleton lines={2} />}
      {!pages.items && <Problem failure={pages.failure} />}
      {pages.items?.length === 0 && <p class="quiet small-text">{said.noComments}</p>}
      {pages.items?.map((one) => (
        <article key={one.commentId} class="comment">
          <div class="review-head">
            <Face author={one.author} />
            <span class="small-text quiet">
              {ago(Date.parse(one.writtenAt), Date.now(), language)}
              {one.mine && <> · <button type="button" class="link" onClick={() => void remove(one.commentId)}>{said.remove}</button></>}
            </span>
          </div>
          <p class="plain-text">{one.text}</p>
        </article>
      ))}
      <More pages={pages} />
      {session ? (
        <form class="stack-small" onSubmit={(event) => { event.preventDefault(); if (entered.trim()) void action.run(); }}>
          <div class="comment-write">
            <textarea class="input" rows={1} maxLength={MOST_LETTERS} aria-label={said.write} placeholder={said.write} value={entered} onInput={(event) => { key.current = http.newKey(); setEntered(event.currentTarget.value); }} />
            <button type="submit" class="button small" aria-disabled={action.busy} disabled={!entered.trim()}>{said.send}</button>
          </div>
          <Problem failure={action.failure} />
        </form>
      ) : <a class="link small-text" href={`/login?returnTo=${encodeURIComponent(address)}`}>{said.logInToComment}</a>}
    </div>
  );
}
