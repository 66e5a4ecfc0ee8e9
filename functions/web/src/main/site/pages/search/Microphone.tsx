import { useEffect, useRef, useState } from 'preact/hooks';
import { understand } from '../../api/catalog.ts';
import { Icon } from '../../components/Icon.tsx';
import { useLanguage, useSession } from '../../core/hooks.ts';
import { canRecord, record } from '../../core/recording.ts';
import { listen, recogniserOf, type Listening } from '../../core/speech.ts';
import { text } from './words.ts';

/**
 * Asks for the microphone only when it is pressed, and says what it is doing all the while. The browser understands what
 * is said, or, where it cannot, the API does for members.
 */
export function Microphone({ onHeard, onHearing }: { onHeard: (said: string) => void; onHearing: (sofar: string) => void }) {
  const language = useLanguage();
  const said = text[language];
  const [now, setNow] = useState<Listening>({ state: 'idle' });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const Recogniser = recogniserOf(window);
  const session = useSession();
  if (!Recogniser && !(session && canRecord())) return null;
  const active = now.state === 'asking' || now.state === 'listening';

  function press() {
    if (active) {
      stop.current?.();
      return;
    }
    if (now.state === 'thinking') return;
    const tell = (next: Listening) => {
      setNow(next);
      if (next.state === 'listening' && next.heard) onHearing(next.heard);
    };
    stop.current = Recogniser ? listen(Recogniser, language, tell, onHeard) : record((audio) => understand(audio, language), tell, onHeard);
  }

  const words = now.state === 'idle' ? '' : now.state === 'failed' ? said[now.why] : now.state === 'listening' && !Recogniser ? said.recording : said[now.state];
  return (
    <>
      <button type="button" class={`round microphone ${now.state}`} aria-pressed={active} aria-label={active ? said.stop : said.speak} title={active ? said.stop : said.speak} onClick={press}>
        <Icon name="microphone" />
      </button>
      <p class={words ? 'microphone-says' : 'for-readers'} role="status">{words}</p>
    </>
  );
}
