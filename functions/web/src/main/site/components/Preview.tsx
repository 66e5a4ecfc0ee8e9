import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { HomeCard } from '../api/catalog.ts';
import { useLanguage, useStore } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { usePlaysByItself } from '../core/motion.ts';
import { here } from '../core/navigation.ts';
import { createStore } from '../core/store.ts';
import { AgeBadge, ServiceMarks } from './Badges.tsx';
import type { Shown } from './Card.tsx';
import { Icon } from './Icon.tsx';
import { genreName, minutes, nameOf, reasonOf } from './titles.ts';

/** Who only passes by opens nothing. */
const HOVER_MILLIS = 420;
const FOCUS_MILLIS = 700;
/** Time to get from the card onto its preview. */
const GRACE_MILLIS = 140;
const WIDTH = 340;

interface Open {
  readonly title: Shown;
  readonly card: HTMLElement;
}

/** The one preview there is. */
const preview = createStore<Open | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

function later(millis: number, next: Open | null) {
  clearTimeout(timer);
  timer = setTimeout(() => preview.set(next), millis);
}

function close() {
  clearTimeout(timer);
  preview.set(null);
}

/** What a card has to listen to so that a preview opens over it. */
export function previewOf(title: Shown) {
  return {
    onPointerEnter(event: PointerEvent) {
      if (event.pointerType === 'mouse') later(HOVER_MILLIS, { title, card: event.currentTarget as HTMLElement });
    },
    onPointerLeave(event: PointerEvent) {
      if (event.pointerType === 'mouse') later(GRACE_MILLIS, null);
    },
    onFocus(event: FocusEvent) {
      const card = event.currentTarget as HTMLElement;
      if (card.matches(':focus-visible')) later(FOCUS_MILLIS, { title, card });
    },
    onBlur: close,
  };
}

here.subscribe(close);

const text = words(
  { match: (match: number) => `${match}% 일치`, predicted: '예상 별점', average: '평균 별점', more: '자세히 보기' },
  { match: (match) => `${match}% match`, predicted: 'Predicted', average: 'Average', more: 'More' },
);

/** Beside the page, over everything: nothing a shelf cuts off. Readers have the card itself. */
export function PreviewLayer() {
  const open = useStore(preview);
  useEffect(() => {
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && close();
    document.addEventListener('keydown', escape);
    document.addEventListener('visibilitychange', close);
    return () => {
      document.removeEventListener('keydown', escape);
      document.removeEventListener('visibilitychange', close);
    };
  }, []);
  return open && open.card.isConnected ? <Floating key={open.title.titleId} open={open} /> : null;
}

function placeOf(card: HTMLElement, height: number) {
  const at = card.getBoundingClientRect();
  const width = Math.max(Math.min(WIDTH, innerWidth - 24), at.width * 1.5);
  const left = Math.max(12, Math.min(at.left + at.width / 2 - width / 2, document.documentElement.clientWidth - width - 12));
  const wanted = at.top + at.height / 2 - height / 2;
  const top = Math.max(8, Math.min(wanted, innerHeight - height - 8));
  return { left: left + scrollX, top: top + scrollY, width };
}

function Floating({ open: { title, card } }: { open: Open }) {
  const language = useLanguage();
  const said = text[language];
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<ReturnType<typeof placeOf> | null>(null);
  useLayoutEffect(() => setPlace(placeOf(card, box.current?.offsetHeight ?? 300)), []);
  useEffect(() => {
    const list = card.closest('.row-list');
    list?.addEventListener('scroll', close);
    return () => list?.removeEventListener('scroll', close);
  }, []);
  const stars = title.predictedStars ?? title.stars;
  const style = place ? { left: `${place.left}px`, top: `${place.top}px`, width: `${place.width}px` } : { visibility: 'hidden', width: `${WIDTH}px` };
  return (
    <div
      ref={box}
      class="preview"
      style={style}
      aria-hidden="true"
      onPointerEnter={() => clearTimeout(timer)}
      onPointerLeave={() => later(GRACE_MILLIS, null)}
      onClick={() => card.click()}
    >
      <Moving title={title} />
      <div class="preview-text">
        <p class="preview-name">{nameOf(title, language)}</p>
        <p class="preview-facts">
          {title.match !== undefined && <strong class="match">{said.match(title.match)}</strong>}
          {stars !== undefined && <span class="star">★ {stars.toFixed(1)} <small>{title.predictedStars !== undefined ? said.predicted : said.average}</small></span>}
        </p>
        <p class="preview-facts quiet">
          <AgeBadge age={title.ageRating} />
          {title.year && <span>{title.year}</span>}
          {title.runtimeMinutes && <span>{minutes(title.runtimeMinutes, language)}</span>}
          {title.genres?.slice(0, 2).map((genre) => <span key={genre}>{genreName(genre, language)}</span>)}
        </p>
        {title.reason && <p class="preview-why">{reasonOf(title as HomeCard, language)}</p>}
        <div class="preview-end">
          {title.services ? <ServiceMarks services={title.services} /> : <span />}
          <span class="preview-more">{said.more} <Icon name="right" /></span>
        </div>
      </div>
    </div>
  );
}

/** The clip, where there is one of ours and it may play; the poster until it does. */
function Moving({ title }: { title: Shown }) {
  const plays = usePlaysByItself();
  const [playing, setPlaying] = useState(false);
  const clip = title.clip?.site === 'own' ? title.clip : null;
  return (
    <div class="preview-picture">
      <img class="preview-glow" src={title.poster} alt="" />
      <img class="preview-poster" src={title.poster} alt="" />
      {clip && plays && (
        <video
          class={playing ? 'playing' : ''}
          src={clip.url}
          muted
          loop
          playsInline
          autoPlay
          disablePictureInPicture
          tabIndex={-1}
          onPlaying={() => setPlaying(true)}
        />
      )}
    </div>
  );
}
