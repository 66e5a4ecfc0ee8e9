import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { suggest, type Suggestion } from '../../api/catalog.ts';
import { Highlight } from '../../components/Highlight.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useResource, useSettled, useWords } from '../../core/hooks.ts';
import { Microphone } from './Microphone.tsx';
import { text } from './words.ts';

const MOST = 8;

/**
 * The box: a combobox with suggestions. Arrows go through them, Enter takes one, or what is typed; typing alone
 * searches as well, a moment later.
 */
export function SearchBox({ q, onSearch, onOpen }: {
  q: string;
  onSearch: (q: string, how: { spoken: boolean; now: boolean }) => void;
  onOpen: (suggestion: Suggestion) => void;
}) {
  const said = useWords(text);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(q);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const settled = useSettled(typed.trim(), 140);
  const found = useResource(open && settled ? `suggest ${settled}` : null, (signal) => suggest(settled, signal));
  const options = open && typed.trim() ? (found.value ?? []).slice(0, MOST) : [];

  useEffect(() => { if (q !== typed.trim()) setTyped(q); }, [q]);
  useEffect(() => setAt(-1), [settled]);
  const later = useSettled(typed, 420);
  /** What was typed when a suggestion was taken: it is not searched for over what was opened. */
  const done = useRef<string | null>(null);
  useEffect(() => { if (later === typed && later.trim() !== q && later !== done.current) onSearch(later.trim(), { spoken: false, now: false }); }, [later]);

  function take(suggestion: Suggestion) {
    done.current = typed;
    setOpen(false);
    onOpen(suggestion);
  }

  function key(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!options.length) { setOpen(true); return; }
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((at + step + options.length + 1 + 1) % (options.length + 1) - 1);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
    }
  }

  function hear(spoken: string) {
    setTyped(spoken);
    setOpen(false);
    onSearch(spoken, { spoken: true, now: true });
  }

  return (
    <form
      class="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = options[at];
        if (chosen) take(chosen);
        else { setOpen(false); onSearch(typed.trim(), { spoken: false, now: true }); }
      }}
    >
      <div class="search-field">
        <Icon name="search" />
        <input
          ref={input}
          class="search-input"
          type="text"
          inputMode="search"
          enterkeyhint="search"
          role="combobox"
          aria-label={said.label}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          autoComplete="off"
          spellcheck={false}
          maxLength={200}
          placeholder={said.placeholder}
          value={typed}
          onInput={(event) => { done.current = null; setTyped(event.currentTarget.value); setOpen(true); }}
          onKeyDown={key}
          onBlur={() => setTimeout(() => setOpen(false), 120)}
        />
        {typed && (
          <button type="button" class="round small" aria-label={said.clear} onClick={() => { setTyped(''); onSearch('', { spoken: false, now: true }); input.current?.focus(); }}>
            <Icon name="close" />
          </button>
        )}
        <Microphone onHeard={hear} onHearing={setTyped} />
      </div>
      <ul id={`${id}-list`} class="search-options" role="listbox" aria-label={said.suggestions} hidden={!options.length}>
        {options.map((option, index) => (
          <li
            key={`${option.type} ${option.id}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            <Icon name={option.type === 'person' ? 'person' : 'play'} />
            <span><Highlight text={option.match.text} spans={option.match.spans} /></span>
            <small>{said.reasons[option.match.reason] ?? ''}</small>
          </li>
        ))}
      </ul>
    </form>
  );
}
