import { useState } from 'preact/hooks';
import { free, screens as load, type ScreenDay } from '../../api/inside.ts';
import { Icon } from '../../components/Icon.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { minuteInKorea, shortDay, today } from '../../core/dates.ts';
import { Failure } from '../../core/failure.ts';
import { useLanguage, useResource } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import { withQuery } from '../../core/route.ts';
import { Board } from './Board.tsx';
import { Booking } from './Booking.tsx';
import { Reserved } from './Reserved.tsx';
import { dayAfter, firstFit, slotsOf, starts, type Slot } from './slots.ts';
import { text } from './words.ts';

/** As far ahead as the API takes reservations. */
const DAYS_AHEAD = 14;
const EVENING = 20 * 60;

/** Who watches when, a day at a time; the day stands in the address. */
export function Screens({ partyId, query }: { partyId: number; query: URLSearchParams }) {
  const first = today();
  const asked = query.get('day') ?? first;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) && asked >= first && asked <= dayAfter(first, DAYS_AHEAD) ? asked : first;
  const found = useResource(`screens ${partyId} ${day}`, (signal) => load(partyId, day, signal));
  const open = (next: string) => go(withQuery(`/party/${partyId}`, query, { day: next === first ? null : next }), { replace: true, stay: true });
  return (
    <div class="stack">
      <Days day={day} first={first} onChoose={open} />
      <Loaded resource={found} skeleton={<div class="panel"><TextSkeleton lines={12} /></div>}>
        {(board) => <Day key={day} partyId={partyId} board={board} begins={day === first ? minuteInKorea() : 0} reload={found.reload} />}
      </Loaded>
    </div>
  );
}

function Days({ day, first, onChoose }: { day: string; first: string; onChoose: (day: string) => void }) {
  const language = useLanguage();
  const said = text[language];
  const last = dayAfter(first, DAYS_AHEAD);
  return (
    <div class="days" role="group" aria-label={said.days}>
      <button type="button" class="round small" aria-label={said.before} disabled={day === first} onClick={() => onChoose(dayAfter(day, -1))}><Icon name="left" /></button>
      <b aria-live="polite">{day === first ? `${said.today} · ` : ''}{shortDay(day, language)}</b>
      <button type="button" class="round small" aria-label={said.next} disabled={day === last} onClick={() => onChoose(dayAfter(day, 1))}><Icon name="right" /></button>
    </div>
  );
}

function Day({ partyId, board, begins, reload }: { partyId: number; board: ScreenDay; begins: number; reload: () => void }) {
  const said = text[useLanguage()];
  const slots = slotsOf(board.day, board.reservations);
  const possible = starts(begins);
  const [start, setStart] = useState(() => firstFit(slots, board.screens, possible, EVENING));
  async function cancel(slot: Slot) {
    try {
      await free(partyId, slot.id);
      say(said.cancelled);
    } catch (thrown) {
      say(Failure.of(thrown));
    }
    reload();
  }
  return (
    <div class="screens">
      <div class="stack">
        <Booking partyId={partyId} board={board} slots={slots} possible={possible} start={start} onStart={setStart} onBooked={reload} />
        <Reserved slots={slots} onCancel={(slot) => void cancel(slot)} />
      </div>
      <Board screens={board.screens} slots={slots} begins={begins} start={start} onStart={setStart} />
    </div>
  );
}
