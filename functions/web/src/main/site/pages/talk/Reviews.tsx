import { useState } from 'preact/hooks';
import { deleteReview, reviews as load, writeReview, type Review, type ReviewSort } from '../../api/community.ts';
import { Face } from '../../components/Face.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { StarsInput, StarsShown } from '../../components/Stars.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useAction, useLanguage, useLocation, useSession } from '../../core/hooks.ts';
import { tasteChanged } from '../../core/taste.ts';
import { Talk } from './Talk.tsx';
import { text } from './words.ts';

/** Reviews of a title, and writing one's own. */
export function Reviews({ titleId, stars, onRated }: { titleId: number; stars: number | null; onRated?: (stars: number) => void }) {
  const said = text[useLanguage()];
  const session = useSession();
  const { address } = useLocation();
  const [sort, setSort] = useState<ReviewSort>('helpful');
  const [writing, setWriting] = useState(false);
  const pages = usePages<Review, string>(`reviews ${titleId} ${sort} ${session?.userId ?? ''}`, async (cursor, signal) => {
    const page = await load(titleId, sort, cursor, signal);
    return { items: page.reviews, next: page.next };
  });
  const own = pages.items?.find((review) => review.mine) ?? null;
  return (
    <section class="reviews">
      <div class="reviews-bar">
        <h2>{said.reviews}</h2>
        <div class="chips" role="group" aria-label={said.sort}>
          {(['helpful', 'newest'] as const).map((one) => (
            <button key={one} type="button" class="chip" aria-pressed={sort === one} onClick={() => setSort(one)}>{said[one]}</button>
          ))}
        </div>
      </div>
      {session ? (
        !writing && <button type="button" class="button plain small" onClick={() => setWriting(true)}><Icon name="edit" /> {own ? said.editReview : said.writeReview}</button>
      ) : <a class="button plain small" href={`/login?returnTo=${encodeURIComponent(address)}`}>{said.logInToReview}</a>}
      {writing && (
        <Writing
          titleId={titleId}
          own={own}
          stars={stars}
          onClose={() => setWriting(false)}
          onSaved={(given) => { setWriting(false); if (given !== null) onRated?.(given); pages.reload(); }}
        />
      )}
      {!pages.items && !pages.failure && <TextSkeleton lines={4} />}
      {!pages.items && <Problem failure={pages.failure} />}
      {pages.items?.length === 0 && !writing && <p class="quiet">{said.noReviews}</p>}
      <ul class="talk-list">
        {pages.items?.map((review) => (
          <li key={review.reviewId}><ReviewShown review={review} onEdit={() => setWriting(true)} onRemoved={() => pages.change((items) => items.filter((one) => one.reviewId !== review.reviewId))} /></li>
        ))}
      </ul>
      <More pages={pages} />
    </section>
  );
}

export function ReviewShown({ review, onEdit, onRemoved, named = false }: { review: Review; onEdit?: () => void; onRemoved: () => void; named?: boolean }) {
  const language = useLanguage();
  const said = text[language];
  const [open, setOpen] = useState(!review.spoiler || review.mine);
  return (
    <article class="review">
      <div class="review-head">
        {named ? <a class="face" href={`/title/${review.titleId}`} data-dialog="">{review.title}</a> : <Face author={review.author} />}
        <span class="small-text quiet">
          {review.stars !== undefined && <><StarsShown stars={review.stars} /> </>}
          {ago(Date.parse(review.createdAt), Date.now(), language)}{review.editedAt && ` · ${said.edited}`}
        </span>
      </div>
      {review.hidden && <p class="problem">{said.hiddenNote}</p>}
      {open ? (
        <>
          {review.headline && <h3>{review.headline}</h3>}
          <p class="review-text">{review.text}</p>
        </>
      ) : (
        <div class="spoiler">
          <p><Icon name="eye" /> {said.spoiler}</p>
          <button type="button" class="button plain small" onClick={() => setOpen(true)}>{said.uncover}</button>
        </div>
      )}
      <Talk
        subject="reviews"
        id={review.reviewId}
        likes={review.likes}
        liked={review.liked}
        comments={review.comments}
        mine={review.mine}
        onRemove={async () => { await deleteReview(review.titleId); onRemoved(); }}
      >
        {review.mine && onEdit && <button type="button" onClick={onEdit}><Icon name="edit" /> {said.edit}</button>}
      </Talk>
    </article>
  );
}

function Writing({ titleId, own, stars, onClose, onSaved }: { titleId: number; own: Review | null; stars: number | null; onClose: () => void; onSaved: (stars: number | null) => void }) {
  const said = text[useLanguage()];
  const [headline, setHeadline] = useState(own?.headline ?? '');
  const [body, setBody] = useState(own?.text ?? '');
  const [spoiler, setSpoiler] = useState(own?.spoiler ?? false);
  const [given, setGiven] = useState<number | null>(stars ?? own?.stars ?? null);
  const action = useAction(async () => {
    await writeReview(titleId, { ...(headline.trim() ? { headline: headline.trim() } : {}), text: body.trim(), spoiler, ...(given !== null ? { stars: given } : {}) });
    if (given !== null && given !== stars) tasteChanged();
    say(said.saved);
    onSaved(given);
  });
  return (
    <form class="panel form" onSubmit={(event) => { event.preventDefault(); void action.run(); }}>
      <StarsInput value={given} label={said.stars} onChoose={setGiven} />
      <Field label={said.headline} maxLength={100} value={headline} onInput={(event) => setHeadline(event.currentTarget.value)} />
      <TextField label={said.reviewText} hint={said.reviewHint} required rows={5} maxLength={5000} value={body} onInput={(event) => setBody(event.currentTarget.value)} />
      <label class="check"><input type="checkbox" checked={spoiler} onChange={(event) => setSpoiler(event.currentTarget.checked)} /> {said.spoilerMark}</label>
      <Problem failure={action.failure} />
      <div class="actions">
        <button type="submit" class="button" aria-disabled={action.busy}>{said.save}</button>
        <button type="button" class="button plain" onClick={onClose}>{said.cancel}</button>
      </div>
    </form>
  );
}
