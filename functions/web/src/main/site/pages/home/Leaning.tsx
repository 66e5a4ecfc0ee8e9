import { useEffect, useState } from 'preact/hooks';
import { useSettled, useWords } from '../../core/hooks.ts';
import { Icon } from '../../components/Icon.tsx';
import { text } from './words.ts';

const STEPS = 20;
const MIDDLE = 0.5;

/** Crowd ↔ my picks. Null is the weight that the model has learned. */
export function Leaning({ alpha, onLean }: { alpha: number | null; onLean: (alpha: number | null) => void }) {
  const said = useWords(text);
  const [place, setPlace] = useState(alpha);
  const settled = useSettled(place, 220);
  useEffect(() => setPlace(alpha), [alpha]);
  useEffect(() => { if (settled !== alpha && settled === place) onLean(settled); }, [settled]);
  const percent = Math.round((place ?? MIDDLE) * 100);
  return (
    <div class="leaning" role="group" aria-label={said.leaning} title={said.leaningHint}>
      <Icon name="people" />
      <span class="leaning-end" aria-hidden="true">{said.crowd}</span>
      <input
        type="range"
        min={0}
        max={STEPS}
        step={1}
        value={Math.round((place ?? MIDDLE) * STEPS)}
        aria-label={`${said.crowd} ↔ ${said.own}`}
        aria-valuetext={`${said.own} ${percent}%`}
        onInput={(event) => setPlace(Number(event.currentTarget.value) / STEPS)}
      />
      <span class="leaning-end" aria-hidden="true">{said.own}</span>
      <Icon name="heart" />
      <button type="button" class="leaning-reset" disabled={place === null} onClick={() => { setPlace(null); onLean(null); }}>{said.reset}</button>
    </div>
  );
}
