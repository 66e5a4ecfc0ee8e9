import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../components/Icon.tsx';
import { useLanguage } from '../../core/hooks.ts';
import { listen, recogniserOf, type Listening } from '../../core/speech.ts';
import { text } from './words.ts';

/** Asks for the microphone only when it is pressed, and says what it is doing all the while. */
export function Microphone({ onHeard, onHearing }: { onHeard: (said: string) => void; onHearing: (sofar: string) => void }) {
  const language = useLanguage();
  const said = text[language];
  const [now, setNow] = useState<Listening>({ state: 'idle' });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const Recogniser = recogniserOf(window);
  if (!Recogniser) return null;
  const active = now.state === 'asking' || now.state === 'listening';

  function press() {
    if (active) {
      stop.current?.();
      return;
    }
    stop.current = listen(
      Recogniser!,
      language,
      (next) => {
        setNow(next);
        if (next.state === 'listening' && next.heard) onHearing(next.heard);
      },
      onHeard,
    );
  }

  const words = now.state === 'asking' ? said.asking : now.state === 'listening' ? said.listening : now.state === 'failed' ? said[now.why] : '';
  return (
    <>
      <button type="button" class={`round microphone ${now.state}`} aria-pressed={active} aria-label={active ? said.stop : said.speak} title={active ? said.stop : said.speak} onClick={press}>
        <Icon name="microphone" />
      </button>
      <p class={words ? 'microphone-says' : 'for-readers'} role="status">{words}</p>
    </>
  );
}
