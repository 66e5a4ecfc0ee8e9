import { useState } from 'preact/hooks';
import { posterOf, services, suggestLine, title as load, type Credit, type Mine, type TitleDetail } from '../../api/catalog.ts';
import { ServiceMark } from '../../components/Badges.tsx';
import { Card } from '../../components/Card.tsx';
import { Field, TextField } from '../../components/Field.tsx';
import { Poster } from '../../components/Poster.tsx';
import { Row } from '../../components/Row.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { genreName, nameOf, serviceName } from '../../components/titles.ts';
import { Failure } from '../../core/failure.ts';
import { useAction, useLanguage, useResource, useSession } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { text } from './words.ts';

const CAST_SHOWN = 6;

/** Services that have it, and what the cheapest way in costs. */
export function Where({ title }: { title: TitleDetail }) {
  const language = useLanguage();
  const said = text[language];
  const prices = useResource(title.offers.length ? 'services' : null, services);
  const cheapest = (service: string) => {
    const plans = prices.value?.find((one) => one.service === service)?.plans ?? [];
    return plans.length ? Math.min(...plans.map((plan) => plan.monthlyWon)) : null;
  };
  return (
    <section class="detail-part">
      <h2>{said.where}</h2>
      {!title.offers.length && <p class="quiet small-text">{said.nowhere}</p>}
      <ul class="offers">
        {title.offers.map((offer) => {
          const least = cheapest(offer.service);
          return (
            <li key={offer.service} class="offer">
              <ServiceMark service={offer.service} />
              <span class="offer-name">
                <b>{serviceName(offer.service, language)}</b>
                <small>{[least === null ? null : said.fromWon(won(least, language)), said.asOf(offer.asOf)].filter(Boolean).join(' · ')}</small>
              </span>
              {offer.seatWon !== undefined && <a class="button plain small offer-seat" href={`/party?service=${offer.service}`}>{said.seat(won(offer.seatWon, language))}</a>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The viewer's titles that the prediction came from. */
export function Why({ own }: { own: Mine | null }) {
  const said = text[useLanguage()];
  if (!own || (!own.because.length && own.predictedStars === undefined && !own.picked)) return null;
  return (
    <section class="detail-part">
      <h2>{said.why}</h2>
      {own.picked && <p class="small-text">{said.picked}</p>}
      {own.because.length > 0 ? (
        <>
          <p class="quiet small-text">{said.because}</p>
          <ul class="because">
            {own.because.slice(0, 4).map((id) => (
              <li key={id}><Because id={id} /></li>
            ))}
          </ul>
        </>
      ) : (
        !own.picked && <p class="quiet small-text">{said.whyNot}</p>
      )}
    </section>
  );
}

function Because({ id }: { id: number }) {
  const language = useLanguage();
  const known = useResource(`because ${id}`, (signal) => load(id, signal));
  const name = known.value ? nameOf(known.value, language) : '';
  return (
    <a href={`/title/${id}`} data-dialog="" title={name}>
      <Poster src={posterOf(id)} name={name} />
      <span class="for-readers">{name}</span>
    </a>
  );
}

export function Facts({ title }: { title: TitleDetail }) {
  const language = useLanguage();
  const said = text[language];
  const [all, setAll] = useState(false);
  const of = (role: string) => title.credits.filter((credit) => credit.role === role);
  const cast = of('cast');
  const shown = all ? cast : cast.slice(0, CAST_SHOWN);
  const regions = new Intl.DisplayNames([language], { type: 'region' });
  const countries = title.countries.split(',').filter((code) => /^[A-Z]{2}$/.test(code)).map((code) => regions.of(code) ?? code);
  return (
    <dl class="facts">
      {of('director').length > 0 && <div><dt>{said.director}</dt><dd><People credits={of('director')} /></dd></div>}
      {cast.length > 0 && (
        <div>
          <dt>{said.cast}</dt>
          <dd>
            <People credits={shown} />
            {shown.length < cast.length && <> <button type="button" class="link" onClick={() => setAll(true)}>{said.moreCast(cast.length - shown.length)}</button></>}
          </dd>
        </div>
      )}
      {title.genres.length > 0 && (
        <div><dt>{said.genres}</dt><dd>{title.genres.map((genre, index) => <span key={genre}>{index > 0 && ', '}<a class="link" href={`/genre/${genre}`}>{genreName(genre, language)}</a></span>)}</dd></div>
      )}
      {countries.length > 0 && <div><dt>{said.countries}</dt><dd>{countries.join(', ')}</dd></div>}
      {title.releaseDate && <div><dt>{said.released}</dt><dd>{new Date(`${title.releaseDate}T00:00:00`).toLocaleDateString(language === 'ko' ? 'ko-KR' : 'en-GB', { dateStyle: 'long' })}</dd></div>}
      {title.keywords.length > 0 && <div><dt>{said.keywords}</dt><dd>{title.keywords.slice(0, 8).join(', ')}</dd></div>}
    </dl>
  );
}

function People({ credits }: { credits: readonly Credit[] }) {
  const language = useLanguage();
  return (
    <>
      {credits.map((credit, index) => (
        <span key={credit.personId}>{index > 0 && ', '}<a class="link" href={`/person/${credit.personId}`}>{language === 'en' ? credit.originalName : credit.name}</a></span>
      ))}
    </>
  );
}

export function Lines({ title }: { title: TitleDetail }) {
  const said = text[useLanguage()];
  const session = useSession();
  const [open, setOpen] = useState(false);
  if (!title.lines.length && !session) return null;
  return (
    <section class="detail-part">
      <h2>{said.lines}</h2>
      {title.lines.slice(0, 4).map((line) => (
        <blockquote key={line.lineId} class="line" lang="ko">
          <p>{line.line}</p>
          {line.speaker && <footer>{line.speaker}</footer>}
        </blockquote>
      ))}
      {session && !open && <button type="button" class="link small-text" onClick={() => setOpen(true)}>{said.suggest}</button>}
      {open && <SuggestLine titleId={title.titleId} onSent={() => setOpen(false)} />}
    </section>
  );
}

function SuggestLine({ titleId, onSent }: { titleId: number; onSent: () => void }) {
  const said = text[useLanguage()];
  const [known, setKnown] = useState(false);
  const action = useAction(async (line: string, speaker: string) => {
    setKnown(false);
    try {
      await suggestLine(titleId, line, speaker);
    } catch (thrown) {
      if (Failure.of(thrown).code !== 'CONFLICT') throw thrown;
      setKnown(true);
      return;
    }
    say(said.thanks);
    onSent();
  });
  return (
    <form
      class="form suggest-line"
      onSubmit={(event) => {
        event.preventDefault();
        const entered = new FormData(event.currentTarget);
        void action.run(String(entered.get('line')), String(entered.get('speaker')).trim());
      }}
    >
      <p class="quiet small-text">{said.suggestLead}</p>
      <TextField label={said.line} name="line" required minLength={2} maxLength={300} rows={2} wrong={known ? said.known : null} />
      <Field label={said.speaker} name="speaker" maxLength={60} />
      <Problem failure={action.failure} />
      <button type="submit" class="button small" aria-disabled={action.busy}>{said.send}</button>
    </form>
  );
}

export function Similar({ title }: { title: TitleDetail }) {
  const said = text[useLanguage()];
  if (!title.similar.length) return null;
  return (
    <div class="detail-similar">
      <Row head={said.similar}>
        {title.similar.map((other) => <Card key={other.titleId} title={other} />)}
      </Row>
    </div>
  );
}
