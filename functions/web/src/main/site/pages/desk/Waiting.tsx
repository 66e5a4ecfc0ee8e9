import type { JSX } from 'preact';
import { More, usePages, type Page } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { useLanguage } from '../../core/hooks.ts';
import { text } from './words.ts';

/** A list of things to do; one that is done leaves it. What was entered for one stays with that one. */
export function Waiting<T>({ name, load, keyOf, show }: {
  name: string;
  load: (after: number | null, signal: AbortSignal) => Promise<Page<T, number>>;
  keyOf: (item: T) => string | number;
  show: (item: T, done: () => void) => JSX.Element;
}) {
  const said = text[useLanguage()];
  const pages = usePages<T, number>(`desk ${name}`, load);
  if (pages.failure && !pages.items) return <Trouble failure={pages.failure} retry={pages.reload} />;
  if (!pages.items) return <div class="panel"><TextSkeleton lines={6} /></div>;
  if (!pages.items.length) return <Nothing />;
  const done = (item: T) => { pages.change((items) => items.filter((one) => one !== item)); say(said.done); };
  return (
    <>
      <ul class="stack">{pages.items.map((item) => <li key={keyOf(item)} class="panel stack-small">{show(item, () => done(item))}</li>)}</ul>
      <More pages={pages} />
    </>
  );
}

export function Nothing() {
  const said = text[useLanguage()];
  return <div class="panel desk-nothing"><span class="done" aria-hidden="true">✓</span><p>{said.nothing}</p></div>;
}
