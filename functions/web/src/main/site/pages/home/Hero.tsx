import { useEffect, useRef, useState } from 'preact/hooks';
import type { HomeCard } from '../../api/catalog.ts';
import { AgeBadge, ServiceMarks } from '../../components/Badges.tsx';
import { Icon } from '../../components/Icon.tsx';
import { genreName, minutes, nameOf, otherName, reasonOf } from '../../components/titles.ts';
import { useLanguage } from '../../core/hooks.ts';
import { usePlaysAfterPage } from '../../core/motion.ts';
import { text } from './words.ts';

/** What the page opens with. Its clip plays without sound where that is welcome, and only while it is seen. */
export function Hero({ title }: { title: HomeCard }) {
  const language = useLanguage();
  const said = text[language];
  const other = otherName(title, language);
  const stars = title.predictedStars ?? title.stars;
  return (
    <section class="hero" aria-label={said.hero}>
      <Picture key={title.titleId} title={title} />
      <div class="hero-text">
        <p class="hero-kicker">{said.hero}</p>
        <h2>{nameOf(title, language)}</h2>
        {other && <p class="hero-other">{other}</p>}
        <p class="hero-facts">
          {title.match !== undefined && <strong class="match">{said.match(title.match)}</strong>}
          {stars !== undefined && <span class="star predicted">★ {stars.toFixed(1)}</span>}
          <AgeBadge age={title.ageRating} />
          {title.year && <span>{title.year}</span>}
          {title.runtimeMinutes && <span>{minutes(title.runtimeMinutes, language)}</span>}
          <span>{title.genres.slice(0, 3).map((genre) => genreName(genre, language)).join(' · ')}</span>
          <ServiceMarks services={title.services} />
        </p>
        {title.synopsis && <p class="hero-story" lang="ko">{title.synopsis}</p>}
        <p class="hero-why">{reasonOf(title, language)}</p>
        <div class="actions">
          <a class="button white" href={`/title/${title.titleId}`} data-dialog=""><Icon name="info" /> {said.more}</a>
        </div>
      </div>
    </section>
  );
}

function Picture({ title }: { title: HomeCard }) {
  const clip = title.clip?.site === 'own' ? title.clip.url : null;
  return (
    <div class="hero-picture">
      <img class="hero-glow" src={title.poster} alt="" />
      <img class="hero-poster" src={title.poster} alt="" width={300} height={450} fetchpriority="high" />
      {clip && <Moving url={clip} />}
    </div>
  );
}

function Moving({ url }: { url: string }) {
  const said = text[useLanguage()];
  const video = useRef<HTMLVideoElement>(null);
  const byItself = usePlaysAfterPage();
  const [wanted, setWanted] = useState(byItself);
  const [playing, setPlaying] = useState(false);
  const [shown, setShown] = useState(false);
  const [muted, setMuted] = useState(true);
  const [failed, setFailed] = useState(false);
  useEffect(() => setWanted(byItself), [byItself]);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let seen = false;
    const decide = () => {
      if (wanted && seen && !document.hidden) void element.play().catch(() => undefined);
      else element.pause();
    };
    const observer = new IntersectionObserver(([entry]) => { seen = Boolean(entry?.isIntersecting); decide(); }, { threshold: 0.35 });
    observer.observe(element);
    document.addEventListener('visibilitychange', decide);
    return () => { observer.disconnect(); document.removeEventListener('visibilitychange', decide); };
  }, [wanted]);

  if (failed) return null;
  return (
    <>
      <video
        ref={video}
        class={shown ? 'hero-video shown' : 'hero-video'}
        src={url}
        muted={muted}
        loop
        playsInline
        preload={byItself ? 'auto' : 'none'}
        disablePictureInPicture
        tabIndex={-1}
        aria-hidden="true"
        onPlaying={() => { setPlaying(true); setShown(true); }}
        onPause={() => setPlaying(false)}
        onError={() => setFailed(true)}
      />
      <div class="hero-controls">
        <button type="button" class="round" aria-label={wanted ? said.pause : said.play} onClick={() => setWanted(!wanted)}>
          <Icon name={wanted ? 'pause' : 'play'} filled={!wanted} />
        </button>
        <button type="button" class="round" aria-label={muted ? said.sound : said.mute} disabled={!playing} onClick={() => setMuted(!muted)}>
          <Icon name={muted ? 'mute' : 'sound'} />
        </button>
      </div>
    </>
  );
}
