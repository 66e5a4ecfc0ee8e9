import type { ComponentChildren } from 'preact';
import type { HomeCard, TitleCard } from '../api/catalog.ts';
import { useLanguage } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { AgeBadge, ServiceMarks } from './Badges.tsx';
import { Poster } from './Poster.tsx';
import { previewOf } from './Preview.tsx';
import { nameOf, posterName } from './titles.ts';

const text = words(
  { predicted: (stars: string) => `예상 별점 ${stars}`, match: (match: number) => `${match}% 일치`, average: (stars: string) => `평균 ${stars}` },
  { predicted: (stars) => `predicted ${stars} stars`, match: (match) => `${match}% match`, average: (stars) => `${stars} on average` },
);

export type Shown = Pick<TitleCard, 'titleId' | 'title' | 'poster'> & Partial<HomeCard>;

/** A title in a row or a grid. Its link opens the title over the page it is on. */
export function Card({ title, numeral, eager, note, glide, onOpen }: {
  title: Shown;
  /** Its place in a top ten. */
  numeral?: number;
  eager?: boolean;
  note?: ComponentChildren;
  /** The shelf on which it glides to another place when the order changes. */
  glide?: string;
  onOpen?: () => void;
}) {
  const language = useLanguage();
  const said = text[language];
  const name = nameOf(title, language);
  const stars = title.predictedStars ?? title.stars;
  const label = [
    numeral ? `${numeral}.` : null,
    posterName(name, title.year),
    title.match !== undefined ? said.match(title.match) : null,
    stars === undefined ? null : (title.predictedStars !== undefined ? said.predicted : said.average)(stars.toFixed(1)),
  ].filter(Boolean).join(', ');
  return (
    <li class={numeral ? 'card numbered' : 'card'} data-title={title.titleId} data-glide={glide && `${glide} ${title.titleId}`}>
      <a class="card-link" href={`/title/${title.titleId}`} data-dialog="" onClick={onOpen} draggable={false} {...previewOf(title)}>
        <span class="for-readers">{label}</span>
        {numeral && <span class="numeral" aria-hidden="true">{numeral}</span>}
        <span class="card-face">
          <Poster src={title.poster} name={name} eager={eager} />
          <AgeBadge age={title.ageRating} />
          {title.services && <ServiceMarks services={title.services} most={3} />}
        </span>
      </a>
      <div class="card-meta" aria-hidden="true">
        {title.match !== undefined && <span class="match">{title.match}%</span>}
        {stars !== undefined && <span class={title.predictedStars !== undefined ? 'star predicted' : 'star'}>★ {stars.toFixed(1)}</span>}
        {note ?? (title.year && <span>{title.year}</span>)}
      </div>
    </li>
  );
}
