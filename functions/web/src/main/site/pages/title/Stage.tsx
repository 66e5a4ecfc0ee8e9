import { useState } from 'preact/hooks';
import type { Mine, TitleDetail } from '../../api/catalog.ts';
import { AgeBadge, ServiceMarks } from '../../components/Badges.tsx';
import { Icon } from '../../components/Icon.tsx';
import { minutes, nameOf, otherName } from '../../components/titles.ts';
import { useLanguage } from '../../core/hooks.ts';
import { usePlaysAfterPage } from '../../core/motion.ts';
import { text } from './words.ts';

const YOUTUBE = /^https:\/\/(?:www\.)?(?:youtube\.com\/watch\?v=|youtube\.com\/embed\/|youtube-nocookie\.com\/embed\/|youtu\.be\/)([\w-]{6,20})/;

/** The frame of a trailer, without cookies until it plays. */
export function frameOf(url: string): string | null {
  const id = YOUTUBE.exec(url)?.[1];
  return id ? `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0` : null;
}

/** The top of a title: its picture, what moves, and what it is called. */
export function Stage({ title, own }: { title: TitleDetail; own: Mine | null }) {
  const language = useLanguage();
  const said = text[language];
  const plays = usePlaysAfterPage();
  const [moving, setMoving] = useState(false);
  const [muted, setMuted] = useState(true);
  const [framed, setFramed] = useState<string | null>(null);
  const clip = title.clips.find((one) => one.site === 'own');
  const trailer = title.clips.map((one) => (one.site === 'youtube' ? frameOf(one.url) : null)).find(Boolean) ?? null;
  const other = otherName(title, language);
  return (
    <header class={title.backdrop ? 'stage wide-picture' : 'stage'}>
      <div class="stage-picture">
        <img class={title.backdrop ? 'stage-backdrop' : 'stage-glow'} src={title.backdrop ?? title.poster} alt="" />
        {clip && plays && !framed && (
          <video class={moving ? 'moving' : ''} src={clip.url} autoPlay muted={muted} loop playsInline disablePictureInPicture tabIndex={-1} aria-hidden="true" onPlaying={() => setMoving(true)} />
        )}
      </div>
      {framed ? (
        <iframe class="stage-frame" src={framed} title={said.trailer} allow="autoplay; encrypted-media; fullscreen" referrerpolicy="strict-origin-when-cross-origin" />
      ) : (
        <div class="stage-text">
          <img class="stage-poster" src={title.poster} alt="" width={300} height={450} />
          <div class="stage-names">
            <h1>{nameOf(title, language)}</h1>
            {other && <p class="stage-other">{other}</p>}
            <p class="stage-facts">
              {own?.match !== undefined && own.stars === undefined && <strong class="match">{said.match(own.match)}</strong>}
              {title.year && <span>{title.year}</span>}
              {title.runtimeMinutes && <span>{minutes(title.runtimeMinutes, language)}</span>}
              <AgeBadge age={title.ageRating} />
              <ServiceMarks services={title.services} />
            </p>
            {trailer && <button type="button" class="button white small" onClick={() => setFramed(trailer)}><Icon name="play" filled /> {said.trailer}</button>}
          </div>
        </div>
      )}
      {clip && moving && !framed && (
        <button type="button" class="round small stage-sound" aria-label={muted ? said.sound : said.mute} onClick={() => setMuted(!muted)}>
          <Icon name={muted ? 'mute' : 'sound'} />
        </button>
      )}
    </header>
  );
}
