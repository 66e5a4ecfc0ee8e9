import { useId, useState } from 'preact/hooks';
import { suggest } from '../../api/catalog.ts';
import { Highlight } from '../../components/Highlight.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useResource, useSettled } from '../../core/hooks.ts';

/** Finds one title by its name and gives its id away; then it is empty again. */
export function FindTitle({ label, placeholder, onFound }: { label: string; placeholder: string; onFound: (titleId: number) => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const q = useSettled(typed.trim(), 140);
  const found = useResource(q ? `find ${q}` : null, (signal) => suggest(q, signal));
  const options = typed.trim() ? (found.value ?? []).filter((one) => one.type === 'title').slice(0, 6) : [];

  function take(titleId: number) {
    onFound(titleId);
    setTyped('');
    setAt(0);
  }

  function key(event: KeyboardEvent) {
    if (event.isComposing || !options.length) return;
    const chosen = options[at];
    if (event.key === 'ArrowDown') setAt((at + 1) % options.length);
    else if (event.key === 'ArrowUp') setAt((at + options.length - 1) % options.length);
    else if (event.key === 'Enter' && chosen) take(chosen.id);
    else if (event.key === 'Escape') setTyped('');
    else return;
    event.preventDefault();
  }

  return (
    <div class="find-title">
      <Icon name="search" />
      <input
        class="input"
        type="text"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length ? `${id}-${at}` : undefined}
        autoComplete="off"
        maxLength={100}
        placeholder={placeholder}
        value={typed}
        onInput={(event) => { setTyped(event.currentTarget.value); setAt(0); }}
        onKeyDown={key}
        onBlur={() => setTimeout(() => setTyped(''), 150)}
      />
      <ul id={`${id}-list`} class="search-options" role="listbox" aria-label={label} hidden={!options.length}>
        {options.map((option, index) => (
          <li key={option.id} id={`${id}-${index}`} role="option" aria-selected={index === at} onPointerDown={(event) => event.preventDefault()} onClick={() => take(option.id)}>
            <Icon name="plus" />
            <span><Highlight text={option.match.text} spans={option.match.spans} /></span>
          </li>
        ))}
      </ul>
    </div>
  );
}
