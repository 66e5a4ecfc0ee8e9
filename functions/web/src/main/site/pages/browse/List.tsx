import { useEffect, useRef, useState } from 'preact/hooks';
import { titles, type TitleCard } from '../../api/catalog.ts';
import { Card } from '../../components/Card.tsx';
import { GridSkeleton } from '../../components/Skeleton.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { Failure } from '../../core/failure.ts';
import { useWords } from '../../core/hooks.ts';
import { words } from '../../core/language.ts';

const PAGE = 48;

const text = words(
  { more: '더 보기', none: '조건에 맞는 작품이 없어요', less: '조건을 하나 빼 보세요.' },
  { more: 'More', none: 'Nothing fits', less: 'Try with one filter less.' },
);

/** A filtered list, a page at a time: the next one comes when its end comes into sight. */
export function List({ filter }: { filter: Record<string, string> }) {
  const said = useWords(text);
  const key = JSON.stringify(filter);
  const [shown, setShown] = useState<{ key: string; titles: readonly TitleCard[]; next: string | null } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  const loading = useRef(false);
  const end = useRef<HTMLDivElement>(null);
  const mine = shown?.key === key ? shown : null;

  async function load(before: typeof mine, signal?: AbortSignal) {
    if (loading.current && before) return;
    loading.current = true;
    setFailure(null);
    try {
      const page = await titles({ ...filter, limit: PAGE, cursor: before?.next }, signal);
      if (!signal?.aborted) setShown({ key, titles: [...(before?.titles ?? []), ...page.titles], next: page.next ?? null });
    } catch (thrown) {
      if (!signal?.aborted) setFailure(Failure.of(thrown));
    } finally {
      loading.current = false;
    }
  }

  useEffect(() => {
    const abort = new AbortController();
    void load(null, abort.signal);
    return () => abort.abort();
  }, [key, round]);

  useEffect(() => {
    if (!end.current || !mine?.next || failure) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void load(mine), { rootMargin: '900px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [mine, failure]);

  if (failure && !mine) return <Trouble failure={failure} retry={() => setRound(round + 1)} />;
  if (!mine) return <GridSkeleton />;
  if (!mine.titles.length) return <div class="empty" role="status"><h2>{said.none}</h2><p>{said.less}</p></div>;
  return (
    <>
      <ul class="grid">
        {mine.titles.map((title, index) => <Card key={title.titleId} title={title} eager={index < 14} />)}
      </ul>
      {failure && <Trouble failure={failure} retry={() => void load(mine)} />}
      {mine.next && (
        <div class="list-end" ref={end}>
          <button type="button" class="button plain" onClick={() => void load(mine)}>{said.more}</button>
        </div>
      )}
    </>
  );
}
