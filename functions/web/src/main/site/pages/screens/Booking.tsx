import { useState } from 'preact/hooks';
import { reserve, type ScreenDay } from '../../api/inside.ts';
import { SelectField } from '../../components/Field.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { Failure } from '../../core/failure.ts';
import { useAction, useLanguage } from '../../core/hooks.ts';
import { fits, timeOf, USUAL_MINUTES, type Slot } from './slots.ts';
import { text } from './words.ts';

const LENGTHS = [30, 60, 90, 120, 150, 180, 240];
const DAY_MINUTES = 24 * 60;

const isOutcome = (given: unknown): given is 'taken' | 'own' | 'most' => given === 'taken' || given === 'own' || given === 'most';

/** Reserves some time; what cannot be is said before it is asked for. */
export function Booking({ partyId, board, slots, possible, start, onStart, onBooked }: {
  partyId: number;
  board: ScreenDay;
  slots: readonly Slot[];
  possible: readonly number[];
  start: number;
  onStart: (minute: number) => void;
  onBooked: () => void;
}) {
  const said = text[useLanguage()];
  const [length, setLength] = useState(USUAL_MINUTES);
  const [refused, setRefused] = useState<string | null>(null);
  const end = start + length;
  const standing = fits(slots, board.screens, start, Math.min(end, DAY_MINUTES));
  const action = useAction(async () => {
    setRefused(null);
    try {
      const made = await reserve(partyId, `${board.day}T${timeOf(start)}`, length);
      say(said.done(`${timeOf(start)}–${timeOf(end % DAY_MINUTES)}`, made.screen));
    } catch (thrown) {
      const failure = Failure.of(thrown);
      if (failure.code === 'FORBIDDEN') setRefused(said.paused);
      else if (failure.code === 'CONFLICT' && isOutcome(failure.details.outcome)) setRefused(said[failure.details.outcome]);
      else throw failure;
    }
    onBooked();
  });
  const wrong = refused ?? (standing === 'free' ? null : said[standing]);
  return (
    <form class="panel form booking" onSubmit={(event) => { event.preventDefault(); if (standing === 'free') void action.run(); }}>
      <h2 class="panel-title">{said.book}</h2>
      <p class="quiet small-text">{said.lead(board.screens)}</p>
      <div class="pair">
        <SelectField label={said.start} value={start} onChange={(event) => { setRefused(null); onStart(Number(event.currentTarget.value)); }}>
          {possible.map((minute) => <option key={minute} value={minute}>{timeOf(minute)}</option>)}
        </SelectField>
        <SelectField label={said.length} value={length} hint={said.until(timeOf(end % DAY_MINUTES), end > DAY_MINUTES)} onChange={(event) => { setRefused(null); setLength(Number(event.currentTarget.value)); }}>
          {LENGTHS.map((minutes) => <option key={minutes} value={minutes}>{said.minutes(minutes)}</option>)}
        </SelectField>
      </div>
      <p class="wrong small-text" role="status">{wrong ?? ''}</p>
      <Problem failure={action.failure} />
      <div class="actions"><button type="submit" class="button" aria-disabled={action.busy || standing !== 'free'}>{said.send}</button></div>
    </form>
  );
}
