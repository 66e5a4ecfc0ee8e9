import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useWords } from '../core/hooks.ts';
import { words } from '../core/language.ts';

const text = words(
  { given: (stars: string) => `별점 ${stars}점`, give: '별점 주기', none: '아직 별점이 없어요' },
  { given: (stars) => `${stars} stars`, give: 'Rate', none: 'Not rated yet' },
);

const HALVES = Array.from({ length: 10 }, (_, index) => (index + 1) / 2);
/** Whoever goes through the stars by keys is not held to each of them. */
const SETTLES_MILLIS = 650;

/** Stars as they are, for instance an average: ★★★★☆ and a number. */
export function StarsShown({ stars }: { stars: number }) {
  const said = useWords(text);
  return (
    <span class="stars-shown" role="img" aria-label={said.given(stars.toFixed(1))}>
      <span class="stars-bar" aria-hidden="true"><span style={{ width: `${(stars / 5) * 100}%` }} /></span>
    </span>
  );
}

/** Half stars to choose from: one stop of the keyboard, arrows go by halves, a click is at once. */
export function StarsInput({ value, onChoose, label }: { value: number | null; onChoose: (stars: number) => void; label?: string }) {
  const said = useWords(text);
  const name = useId();
  const [over, setOver] = useState<number | null>(null);
  const [chosen, setChosen] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const byKey = useRef(false);
  useEffect(() => setChosen(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function choose(stars: number) {
    setChosen(stars);
    clearTimeout(timer.current);
    if (byKey.current) timer.current = setTimeout(() => onChoose(stars), SETTLES_MILLIS);
    else onChoose(stars);
  }

  const shown = over ?? chosen ?? 0;
  return (
    <fieldset class="stars-input" onMouseLeave={() => setOver(null)}>
      <legend class="for-readers">{label ?? said.give}</legend>
      <span class="stars-scale" onKeyDown={() => (byKey.current = true)} onPointerDown={() => (byKey.current = false)}>
        {HALVES.map((stars) => (
          <label key={stars} class={stars <= shown ? 'half on' : 'half'} onMouseEnter={() => setOver(stars)}>
            <input
              type="radio"
              class="for-readers"
              name={name}
              value={stars}
              checked={chosen === stars}
              onChange={() => choose(stars)}
              onClick={(event) => event.detail > 0 && chosen === stars && choose(stars)}
            />
            <span class="for-readers">{said.given(stars.toFixed(1))}</span>
            <span class="half-star" aria-hidden="true">★</span>
          </label>
        ))}
      </span>
      <output class="stars-value">{shown ? shown.toFixed(1) : ''}</output>
    </fieldset>
  );
}
