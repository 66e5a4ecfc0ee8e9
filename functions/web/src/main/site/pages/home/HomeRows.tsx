import { useMemo } from 'preact/hooks';
import { opened, type HomeRow, type RankedCard } from '../../api/catalog.ts';
import { Card } from '../../components/Card.tsx';
import { Row } from '../../components/Row.tsx';
import { useGrowing, useLanguage } from '../../core/hooks.ts';
import { sessions } from '../../core/site.ts';
import { headline, moreOf, text } from './words.ts';

/** Tells a row from the others of the page. */
export const keyOf = (row: HomeRow) => `${row.kind} ${row.seed?.titleId ?? ''} ${row.subject?.key ?? ''}`;

const cardsInSight = () => (innerWidth < 768 ? 6 : 12);

/**
 * How much of a page's rows is drawn by now. First come some rows, the others while the browser has nothing better to
 * do; of each row first the cards in sight, then the rest of them: no step takes long, and pressing is answered between.
 */
export function useShelves(count: number, atOnce: number) {
  const steps = useGrowing(atOnce, count * 2);
  return {
    drawn: Math.min(steps, count),
    mostOf: (index: number) => (steps - count > index ? undefined : cardsInSight()),
    complete: steps >= count * 2,
  };
}

/** A row of the home page. That a title was opened from it moves rows of its kind up. */
export function HomeShelf({ row, personal, eager, most }: { row: HomeRow; personal: boolean; eager: boolean; most?: number }) {
  const language = useLanguage();
  // The page is drawn anew for each row that comes to it; those that are there stay as they are.
  return useMemo(() => {
    const [before, subject, after] = headline(row, personal, language);
    const more = moreOf(row);
    const count = () => {
      if (sessions.get()) void opened(row.kind, row.subject?.key ?? '').catch(() => undefined);
    };
    return (
      <Row
        kind={row.kind}
        head={<>{before}{subject && <em>{subject}</em>}{after}</>}
        link={more && <a class="row-link" href={more}>{text[language].all}</a>}
      >
        {row.titles.slice(0, most).map((title, index) => <Card key={title.titleId} title={title} eager={eager && index < 8} glide={keyOf(row)} onOpen={count} />)}
      </Row>
    );
  }, [row, personal, eager, most, language]);
}

export function TopTen({ titles, basis }: { titles: readonly RankedCard[]; basis: string }) {
  const language = useLanguage();
  return useMemo(() => {
    const said = text[language];
    const note = basis === 'watches' ? said.watches : said.ratings;
    return (
      <Row kind="TOP" head={said.top(titles.length)} link={<span class="quiet small-text">{note}</span>}>
        {titles.map((title) => <Card key={title.titleId} title={title} numeral={title.place} />)}
      </Row>
    );
  }, [titles, basis, language]);
}
