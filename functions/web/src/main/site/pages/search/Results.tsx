import { posterOf, type Found, type FoundLine } from '../../api/catalog.ts';
import { Card } from '../../components/Card.tsx';
import { Highlight } from '../../components/Highlight.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Poster } from '../../components/Poster.tsx';
import { genreName, nameOf, posterName } from '../../components/titles.ts';
import { useLanguage } from '../../core/hooks.ts';
import { text } from './words.ts';

/** Lines with the part that was said, who says it, and the film. */
export function Lines({ lines }: { lines: readonly FoundLine[] }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <section class="result-part">
      <h2>{said.lines}</h2>
      <ul class="found-lines">
        {lines.map((line) => {
          const name = posterName(nameOf(line.title, language), line.title.year);
          return (
            <li key={line.lineId}>
              <a class="found-line" href={`/title/${line.title.titleId}`} data-dialog="">
                <Poster src={posterOf(line.title.titleId)} name={name} />
                <span class="found-line-text">
                  <q lang="ko"><Highlight text={line.line} spans={line.spans} /></q>
                  <span class="found-line-film"><b>{name}</b>{line.speaker && <> · {said.said(line.speaker)}</>}</span>
                </span>
                <span class="found-line-sure">{said.sure(Math.round(line.confidence * 100))}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function Titles({ found }: { found: readonly Found[] }) {
  const language = useLanguage();
  const said = text[language];
  if (!found.length) return null;
  return (
    <section class="result-part">
      <h2>{said.titles}</h2>
      <ul class="grid">
        {found.map(({ title, match }, index) => title && (
          <Card
            key={title.titleId}
            title={{ ...title, poster: posterOf(title.titleId) }}
            eager={index < 12}
            note={<span class="found-note">{match && (said.reasons[match.reason] || (match.field === 'title' ? title.year : <Highlight text={match.text} spans={match.spans} />))}</span>}
          />
        ))}
      </ul>
    </section>
  );
}

export function People({ found }: { found: readonly Found[] }) {
  const language = useLanguage();
  const said = text[language];
  if (!found.length) return null;
  return (
    <section class="result-part">
      <h2>{said.people}</h2>
      <ul class="found-people">
        {found.map(({ person, match }) => person && (
          <li key={person.personId}>
            <a href={`/person/${person.personId}`}>
              <span class="person-mark small" aria-hidden="true">{[...person.name][0]}</span>
              <span>
                <b>{match?.field === 'name' ? <Highlight text={match.text} spans={match.spans} /> : language === 'en' ? person.originalName : person.name}</b>
                <small>{person.knownFor.join(' · ')}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Genres({ found }: { found: readonly Found[] }) {
  const language = useLanguage();
  const said = text[language];
  if (!found.length) return null;
  return (
    <section class="result-part">
      <h2>{said.genres}</h2>
      <div class="chips">
        {found.map(({ genre }) => genre && <a key={genre.genre} class="chip" href={`/genre/${genre.genre}`}>{genreName(genre.genre, language)} <Icon name="right" /></a>)}
      </div>
    </section>
  );
}
