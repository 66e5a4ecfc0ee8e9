import { useLayoutEffect, useRef } from 'preact/hooks';
import { ranks, type HomeRow } from '../../api/catalog.ts';
import { RowSkeleton } from '../../components/Skeleton.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { useResource, useTitle, useWords } from '../../core/hooks.ts';
import { glide, placesOf } from '../../core/motion.ts';
import { go, here } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { withQuery } from '../../core/route.ts';
import { Hero } from './Hero.tsx';
import { HomeShelf, keyOf, TopTen, useShelves } from './HomeRows.tsx';
import { Leaning } from './Leaning.tsx';
import { useHome, type HomeState } from './useHome.ts';
import { text } from './words.ts';

/** Behind these rows comes what is watched most today. */
const ROWS_BEFORE_TOP = 2;

/** What may be in sight at first, below the hero. */
const ROWS_AT_ONCE = 2;

function alphaOf(query: URLSearchParams): number | null {
  const given = query.get('alpha');
  const alpha = given === null || given === '' ? NaN : Number(given);
  return alpha >= 0 && alpha <= 1 ? alpha : null;
}

export default function HomePage({ query }: PageProps) {
  const said = useWords(text);
  useTitle(said.title);
  const alpha = alphaOf(query);
  const rows = useRef<HTMLDivElement>(null);
  const places = useRef<Map<string, DOMRect> | null>(null);
  const home = useHome(alpha, () => { if (rows.current) places.current = placesOf(rows.current); });
  const top = useResource('day', (signal) => ranks('day', signal));
  const { page } = home;
  const personal = page?.ranking.source === 'personal';
  const shelves = useShelves(page?.rows.length ?? 0, ROWS_AT_ONCE);
  const shelf = (row: HomeRow, index: number) => <HomeShelf key={keyOf(row)} row={row} personal={personal} eager={index === 0} most={shelves.mostOf(index)} />;

  useLayoutEffect(() => {
    if (places.current && rows.current) glide(rows.current, places.current);
    places.current = null;
  }, [page]);

  if (home.failure) return <div class="page"><Trouble failure={home.failure} retry={home.reload} page /></div>;
  if (!page) return <><h1 class="for-readers">{said.title}</h1><Waiting /></>;
  const lean = (next: number | null) => go(withQuery(here.get().path, query, { alpha: next === null ? null : String(next) }), { replace: true, stay: true });
  return (
    <>
      <h1 class="for-readers">{said.title}</h1>
      {page.hero && <Hero title={page.hero} />}
      <div class="home-controls">
        <Status home={home} />
        {personal && <Leaning alpha={alpha} onLean={lean} />}
      </div>
      <div class="home-rows" ref={rows} aria-busy={!shelves.complete}>
        {page.rows.slice(0, ROWS_BEFORE_TOP).map(shelf)}
        {top.value && top.value.titles.length > 0 && <TopTen titles={top.value.titles} basis={top.value.basis} />}
        {page.rows.slice(ROWS_BEFORE_TOP, shelves.drawn).map((row, index) => shelf(row, index + ROWS_BEFORE_TOP))}
        {!page.rows.length && <p class="page quiet">{said.nothing}</p>}
      </div>
    </>
  );
}

/** Of the same size as what will be there. */
function Waiting() {
  return (
    <div aria-busy="true">
      <div class="hero bone" />
      <div class="home-controls" />
      <div class="home-rows"><RowSkeleton /><RowSkeleton /></div>
    </div>
  );
}

function Status({ home: { page, old, waiting } }: { home: HomeState }) {
  const said = useWords(text);
  const words = old ? said.offline : waiting ? said.waiting : page?.ranking.source === 'personal' ? said.current : said.popular;
  return (
    <p class={waiting ? 'status waiting' : 'status'} role="status">
      <span class="status-dot" aria-hidden="true" />
      <span>{words}</span>
    </p>
  );
}
