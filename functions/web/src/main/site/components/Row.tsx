import { toChildArray, type ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { movesLittle } from '../core/motion.ts';
import { Icon } from './Icon.tsx';

const text = words({ before: '이전 작품들', after: '다음 작품들' }, { before: 'Earlier titles', after: 'More titles' });

/**
 * A shelf of cards. The keyboard stops at it once: arrows go along it and between shelves, Home and End to its
 * ends. Touch and wheel scroll it as they scroll anything; the buttons turn a page.
 */
export function Row({ head, kind, link, children }: { head: ComponentChildren; kind?: string; link?: ComponentChildren; children: ComponentChildren }) {
  const said = useWords(text);
  const list = useRef<HTMLUListElement>(null);
  const [ends, setEnds] = useState({ before: false, after: false });

  function look() {
    const element = list.current;
    if (!element) return;
    const before = element.scrollLeft > 4;
    const after = element.scrollLeft + element.clientWidth < element.scrollWidth - 4;
    setEnds((known) => (known.before === before && known.after === after ? known : { before, after }));
  }

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    // Told once it is laid out, and then whenever it or what is in it has another size.
    const observer = new ResizeObserver(look);
    observer.observe(element);
    const last = element.lastElementChild;
    if (last) observer.observe(last);
    return () => observer.disconnect();
  }, [toChildArray(children).length]);
  useEffect(() => oneStop(list.current));

  function turn(direction: 1 | -1) {
    const element = list.current;
    if (!element) return;
    const step = Math.max(element.clientWidth * 0.86, 200);
    element.scrollBy({ left: direction * step, behavior: movesLittle() ? 'auto' : 'smooth' });
  }

  return (
    <section class="row" data-kind={kind}>
      <div class="row-head">
        <h2>{head}</h2>
        {link}
      </div>
      <div class="row-frame">
        <button type="button" class="row-turn before" aria-label={said.before} tabIndex={-1} hidden={!ends.before} onClick={() => turn(-1)}>
          <Icon name="left" />
        </button>
        <ul class="row-list" ref={list} onScroll={look} onKeyDown={walk} onFocusCapture={(event) => oneStop(list.current, event.target as HTMLElement)}>
          {children}
        </ul>
        <button type="button" class="row-turn after" aria-label={said.after} tabIndex={-1} hidden={!ends.after} onClick={() => turn(1)}>
          <Icon name="right" />
        </button>
      </div>
    </section>
  );
}

const linksOf = (list: Element) => [...list.querySelectorAll<HTMLElement>('.card-link')];

/** Of all cards of a shelf, the keyboard stops at one: where it was last, or the first. */
function oneStop(list: Element | null, stop?: HTMLElement) {
  if (!list) return;
  const links = linksOf(list);
  const at = stop && links.includes(stop) ? stop : (links.find((link) => link.tabIndex === 0 && link.dataset.stop !== undefined) ?? links[0]);
  for (const link of links) {
    link.tabIndex = link === at ? 0 : -1;
    if (link === at) link.dataset.stop = '';
    else delete link.dataset.stop;
  }
}

function walk(event: KeyboardEvent) {
  const list = event.currentTarget as HTMLElement;
  const links = linksOf(list);
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const next = target(event.key, list, links, at);
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  const behavior = movesLittle() ? 'auto' : 'smooth';
  next.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
}

function target(key: string, list: HTMLElement, links: HTMLElement[], at: number): HTMLElement | undefined {
  switch (key) {
    case 'ArrowRight': return links[at + 1];
    case 'ArrowLeft': return links[at - 1];
    case 'Home': return links[0];
    case 'End': return links.at(-1);
    case 'ArrowDown':
    case 'ArrowUp': return nearest(list, links[at]!, key === 'ArrowDown' ? 1 : -1);
    default: return undefined;
  }
}

/** The card of the next shelf that is right below, or above. */
function nearest(list: HTMLElement, from: HTMLElement, direction: 1 | -1): HTMLElement | undefined {
  const shelves = [...document.querySelectorAll<HTMLElement>('main .row-list')];
  const next = shelves[shelves.indexOf(list) + direction];
  if (!next) return undefined;
  const { left, width } = from.getBoundingClientRect();
  const distance = (link: HTMLElement) => {
    const place = link.getBoundingClientRect();
    return Math.abs(place.left + place.width / 2 - (left + width / 2));
  };
  return linksOf(next).reduce<HTMLElement | undefined>((best, link) => (!best || distance(link) < distance(best) ? link : best), undefined);
}
