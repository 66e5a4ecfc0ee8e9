import { useRef } from 'preact/hooks';
import { lines, ranks, search, type Found, type FoundLine, type Suggestion } from '../../api/catalog.ts';
import { Card } from '../../components/Card.tsx';
import { Row } from '../../components/Row.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { withQuery } from '../../core/route.ts';
import { Genres, Lines, People, Titles } from './Results.tsx';
import { SearchBox } from './SearchBox.tsx';
import { text } from './words.ts';

const KINDS = ['all', 'title', 'person', 'line', 'genre'] as const;
type Kind = (typeof KINDS)[number];

interface Answer {
  readonly results: Found[];
  readonly lines: FoundLine[];
  readonly nothing: 'TOO_SHORT' | 'NOTHING_CLOSE' | null;
}

/** Lines are asked for apart: the answer says why there are none, which matters to who spoke one. */
async function ask(q: string, spoken: boolean, signal: AbortSignal): Promise<Answer> {
  const [names, said] = await Promise.all([search(q, null, signal), lines(q, spoken, signal)]);
  return { results: names.results, lines: said.lines, nothing: said.nothing ?? null };
}

export default function SearchPage({ query }: PageProps) {
  const language = useLanguage();
  const said = text[language];
  useTitle(said.title);
  const q = query.get('q')?.trim().slice(0, 200) ?? '';
  const spoken = query.get('spoken') === 'true';
  const kind = (KINDS as readonly string[]).includes(query.get('kind') ?? '') ? (query.get('kind') as Kind) : 'all';
  const found = useResource(q ? `${q} ${spoken}` : null, (signal) => ask(q, spoken, signal));
  const shown = useRef<Answer | null>(null);
  if (found.value) shown.current = found.value;
  if (!q) shown.current = null;

  const look = (next: string, how: { spoken: boolean; now: boolean }) =>
    go(withQuery('/find', new URLSearchParams(), { q: next, spoken: how.spoken ? 'true' : null, kind: kind === 'all' ? null : kind }), { replace: !how.now || !q, stay: true });
  const open = (option: Suggestion) => (option.type === 'person' ? go(`/person/${option.id}`) : go(`/title/${option.id}`, { dialog: true }));

  return (
    <div class="page search-page">
      <h1 class="for-readers">{said.title}</h1>
      <SearchBox q={q} onSearch={look} onOpen={open} />
      {!q ? (
        <Start onTry={(sample) => look(sample, { spoken: false, now: true })} />
      ) : (
        <Loaded resource={shown.current ? { ...found, value: shown.current } : found} skeleton={<TextSkeleton lines={6} />}>
          {(answer) => <Results q={q} answer={answer} kind={kind} spoken={spoken} query={query} waiting={found.loading} />}
        </Loaded>
      )}
    </div>
  );
}

function Results({ q, answer, kind, spoken, query, waiting }: { q: string; answer: Answer; kind: Kind; spoken: boolean; query: URLSearchParams; waiting: boolean }) {
  const said = text[useLanguage()];
  const of = (type: Found['type']) => answer.results.filter((one) => one.type === type);
  const counts: Record<Kind, number> = {
    all: answer.results.filter((one) => one.type !== 'line').length + answer.lines.length,
    title: of('title').length,
    person: of('person').length,
    line: answer.lines.length,
    genre: of('genre').length,
  };
  const shows = (one: Kind) => kind === 'all' || kind === one;
  const line = answer.lines.length > 0 && shows('line') && <Lines lines={answer.lines} />;
  const sure = spoken || (answer.lines[0]?.confidence ?? 0) > 0.8 || !counts.title;
  const none = counts[kind] === 0;
  return (
    <div class={waiting ? 'results waiting' : 'results'} aria-busy={waiting}>
      <div class="chips" role="group" aria-label={said.kindsLabel}>
        {KINDS.filter((one) => one === 'all' || counts[one] > 0 || one === kind).map((one) => (
          <a key={one} class="chip" aria-current={kind === one ? 'true' : undefined} href={withQuery('/find', query, { kind: one === 'all' ? null : one })}>
            {said.kinds[one]} <small>{counts[one]}</small>
          </a>
        ))}
      </div>
      <p class="for-readers" role="status">{waiting ? '' : none ? said.nothing(q) : said.found(counts[kind])}</p>
      {spoken && !answer.lines.length && <p class="quiet">{answer.nothing === 'TOO_SHORT' ? said.tooShort : said.nothingLine}</p>}
      {none ? (
        <div class="empty">
          <h2>{said.nothing(q)}</h2>
          <p>{said.nothingDo}</p>
        </div>
      ) : (
        <>
          {sure && line}
          {shows('genre') && <Genres found={of('genre')} />}
          {shows('title') && <Titles found={of('title')} />}
          {shows('person') && <People found={of('person')} />}
          {!sure && line}
        </>
      )}
    </div>
  );
}

function Start({ onTry }: { onTry: (sample: string) => void }) {
  const said = text[useLanguage()];
  const top = useResource('week', (signal) => ranks('week', signal));
  return (
    <>
      <section class="search-start">
        <h2>{said.tryThese}</h2>
        <div class="chips">
          {said.samples.map((sample) => <button key={sample} type="button" class="chip" onClick={() => onTry(sample)}>{sample}</button>)}
        </div>
      </section>
      {top.value && (
        <div class="bleed">
          <Row head={said.popular}>{top.value.titles.map((title) => <Card key={title.titleId} title={title} />)}</Row>
        </div>
      )}
    </>
  );
}
