import { useRef } from 'preact/hooks';
import { useLanguage } from '../../core/hooks.ts';
import { freeBetween, STEP_MINUTES, timeOf, type Slot } from './slots.ts';
import { text } from './words.ts';

const HOUR = 60;
const DAY_HOURS = 24;

/** Before this hour nobody watches, unless somebody does. */
const MORNING = 6;

/** The day from top to bottom: hours to begin at on the left, a column for each screen. What it shows, the list says. */
export function Board({ screens, slots, begins, start, onStart }: {
  screens: number;
  slots: readonly Slot[];
  begins: number;
  start: number;
  onStart: (minute: number) => void;
}) {
  const said = text[useLanguage()];
  const now = Math.floor(begins / HOUR);
  const firstHour = Math.max(now, Math.min(MORNING, Math.floor(start / HOUR), ...slots.map((slot) => Math.floor(slot.from / HOUR))));
  const top = firstHour * HOUR;
  const rowOf = (minute: number) => Math.floor((Math.max(minute, top) - top) / STEP_MINUTES) + 2;
  return (
    <section class="panel">
      <h2 class="panel-title">{said.board}</h2>
      <div class="board-grid" style={{ gridTemplateColumns: `auto repeat(${screens}, minmax(0, 1fr))` }}>
        {Array.from({ length: screens }, (_, index) => (
          <b key={index} class="board-screen" style={{ gridColumn: index + 2, gridRow: 1 }} aria-hidden="true">{said.screen(index + 1)}</b>
        ))}
        <Hours first={firstHour} slots={slots} screens={screens} begins={begins} start={start} rowOf={rowOf} onStart={onStart} />
        {Array.from({ length: DAY_HOURS - firstHour }, (_, index) => (
          <i key={index} class="board-line" style={{ gridColumn: '2 / -1', gridRow: `${index * (HOUR / STEP_MINUTES) + 2} / span 4` }} aria-hidden="true" />
        ))}
        {slots.filter((slot) => slot.to > top).map((slot) => (
          <div
            key={slot.id}
            class={slot.own ? 'board-slot own' : 'board-slot'}
            style={{ gridColumn: slot.screen + 1, gridRow: `${rowOf(slot.from)} / ${rowOf(slot.to)}` }}
            aria-hidden="true"
          >
            <b>{slot.own ? said.you : (slot.nickname ?? said.gone)}</b> <span>{timeOf(slot.from)}–{timeOf(slot.to)}</span>
          </div>
        ))}
      </div>
    </section>
  );
}

/** One stop for the keyboard; arrows go through the hours. */
function Hours({ first, slots, screens, begins, start, rowOf, onStart }: {
  first: number;
  slots: readonly Slot[];
  screens: number;
  begins: number;
  start: number;
  rowOf: (minute: number) => number;
  onStart: (minute: number) => void;
}) {
  const said = text[useLanguage()];
  const box = useRef<HTMLDivElement>(null);
  const hours = Array.from({ length: DAY_HOURS - first }, (_, index) => first + index);
  const chosen = Math.floor(start / HOUR);
  function move(event: KeyboardEvent) {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, next))]?.focus();
  }
  return (
    <div class="board-hours" role="group" aria-label={`${said.start}. ${said.hoursHelp}`} ref={box} onKeyDown={move}>
      {hours.map((hour) => {
        const from = Math.max(hour * HOUR, Math.floor(begins / STEP_MINUTES) * STEP_MINUTES);
        const free = freeBetween(slots, screens, from, (hour + 1) * HOUR);
        return (
          <button
            key={hour}
            type="button"
            class={free ? 'board-hour' : 'board-hour full'}
            style={{ gridRow: `${rowOf(hour * HOUR)} / span 4` }}
            tabIndex={hour === chosen ? 0 : -1}
            aria-pressed={hour === chosen}
            onClick={() => onStart(from)}
          >
            <b>{timeOf(hour * HOUR)}</b> <small>{free ? said.freeCount(free) : said.full}</small>
          </button>
        );
      })}
    </div>
  );
}
