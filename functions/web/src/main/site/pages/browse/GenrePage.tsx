import { titles, type TitleCard } from '../../api/catalog.ts';
import { Card } from '../../components/Card.tsx';
import { Row } from '../../components/Row.tsx';
import { RowSkeleton } from '../../components/Skeleton.tsx';
import { genreName } from '../../components/titles.ts';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import type { PageProps } from '../../core/pages.ts';
import { List } from './List.tsx';
import { text } from './words.ts';

const SHELF = 20;

export default function GenrePage({ params }: PageProps) {
  const genre = params.key ?? '';
  const language = useLanguage();
  const said = text[language];
  const name = genreName(genre, language);
  useTitle(name);
  return (
    <div class="genre">
      <div class="page page-head genre-head">
        <h1>{name}</h1>
        <p>{said.genreLead(name)}</p>
      </div>
      <Shelf genre={genre} sort="rating" head={said.best} />
      <Shelf genre={genre} sort="newest" head={said.newest} />
      <div class="page">
        <h2 class="genre-all">{said.everything}</h2>
        <List filter={{ genre }} key={genre} />
      </div>
    </div>
  );
}

function Shelf({ genre, sort, head }: { genre: string; sort: string; head: string }) {
  const said = text[useLanguage()];
  const shelf = useResource(`${genre} ${sort}`, (signal) => titles({ genre, sort, limit: SHELF }, signal));
  if (!shelf.value) return shelf.failure ? null : <RowSkeleton />;
  if (!shelf.value.titles.length) return null;
  return (
    <Row head={head} link={<a class="row-link" href={`/browse?genre=${genre}&sort=${sort}`}>{said.all}</a>}>
      {shelf.value.titles.map((title: TitleCard) => <Card key={title.titleId} title={title} />)}
    </Row>
  );
}
