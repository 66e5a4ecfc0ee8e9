/** The browser's own recogniser, where it has one. */
import type { Language } from './language.ts';

export type Listening =
  | { readonly state: 'idle' }
  /** The browser asks whether it may, or gets ready. */
  | { readonly state: 'asking' }
  | { readonly state: 'listening'; readonly heard: string }
  /** What was said is being understood elsewhere. */
  | { readonly state: 'thinking' }
  | { readonly state: 'failed'; readonly why: 'denied' | 'silence' | 'network' | 'limit' | 'other' };

interface Alternative {
  readonly transcript: string;
}
interface SpeechResult {
  readonly isFinal: boolean;
  readonly length: number;
  readonly [index: number]: Alternative | undefined;
}
interface SpeechEvent {
  readonly results: { readonly length: number; readonly [index: number]: SpeechResult | undefined };
}

/** As much of SpeechRecognition as is used; TypeScript does not know it. */
export interface Recogniser {
  lang: string;
  interimResults: boolean;
  continuous: boolean;
  maxAlternatives: number;
  onaudiostart: (() => void) | null;
  onresult: ((event: SpeechEvent) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

export type RecogniserClass = new () => Recogniser;

export function recogniserOf(browser: object): RecogniserClass | null {
  const known = browser as { SpeechRecognition?: RecogniserClass; webkitSpeechRecognition?: RecogniserClass };
  return known.SpeechRecognition ?? known.webkitSpeechRecognition ?? null;
}

const WHY: Readonly<Record<string, 'denied' | 'silence' | 'network'>> = {
  'not-allowed': 'denied',
  'service-not-allowed': 'denied',
  'audio-capture': 'denied',
  'no-speech': 'silence',
  network: 'network',
};

/**
 * Listens once. What is heard so far is told as it comes; the last of it is the answer. Returns how to stop: what was
 * heard until then counts.
 */
export function listen(Recognise: RecogniserClass, language: Language, tell: (now: Listening) => void, done: (text: string) => void): () => void {
  const recogniser = new Recognise();
  recogniser.lang = language === 'ko' ? 'ko-KR' : 'en-US';
  recogniser.interimResults = true;
  recogniser.continuous = false;
  recogniser.maxAlternatives = 1;
  let heard = '';
  let failed = false;
  recogniser.onaudiostart = () => tell({ state: 'listening', heard });
  recogniser.onresult = ({ results }) => {
    heard = '';
    for (let i = 0; i < results.length; i++) heard += results[i]?.[0]?.transcript ?? '';
    tell({ state: 'listening', heard });
  };
  recogniser.onerror = ({ error }) => {
    if (error === 'aborted') return;
    failed = true;
    tell({ state: 'failed', why: WHY[error] ?? 'other' });
  };
  recogniser.onend = () => {
    if (failed) return;
    if (heard.trim()) {
      tell({ state: 'idle' });
      done(heard.trim());
    } else {
      tell({ state: 'failed', why: 'silence' });
    }
  };
  tell({ state: 'asking' });
  try {
    recogniser.start();
  } catch {
    tell({ state: 'failed', why: 'other' });
  }
  return () => recogniser.stop();
}
