/** For browsers without a recogniser: what is said is recorded, and understood by the API. */
import { Failure } from './failure.ts';
import type { Listening } from './speech.ts';
import { mixed, RATE, wave } from './wave.ts';

/** A line takes a few seconds. */
const LONGEST_MILLIS = 12_000;

export const canRecord = (): boolean => typeof MediaRecorder === 'function' && typeof OfflineAudioContext === 'function' && Boolean(navigator.mediaDevices?.getUserMedia);

/** Whatever a browser records, as what every recogniser takes. */
async function asWave(recorded: Blob): Promise<Blob> {
  const audio = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await recorded.arrayBuffer());
  const channels = Array.from({ length: audio.numberOfChannels }, (_, channel) => audio.getChannelData(channel));
  return new Blob([wave(mixed(channels))], { type: 'audio/wav' });
}

/** Why nothing came of it, as the page says it. */
export function whyOf(thrown: unknown): 'denied' | 'network' | 'limit' | 'other' {
  if (thrown instanceof Failure) return thrown.status === 429 ? 'limit' : thrown.status === 422 ? 'other' : 'network';
  const name = (thrown as { name?: string } | null)?.name;
  return name === 'NotAllowedError' || name === 'NotFoundError' || name === 'SecurityError' ? 'denied' : 'other';
}

/** Records once, until it is stopped or a line is surely over. Returns how to stop: what was said until then counts. */
export function record(understand: (audio: Blob) => Promise<string>, tell: (now: Listening) => void, done: (text: string) => void): () => void {
  let stop = () => {};
  let stopped = false;
  async function run() {
    tell({ state: 'asking' });
    const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    try {
      const recorder = new MediaRecorder(microphone);
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      const ended = new Promise<void>((resolve) => (recorder.onstop = () => resolve()));
      recorder.start();
      stop = () => recorder.state === 'recording' && recorder.stop();
      if (stopped) stop();
      else tell({ state: 'listening', heard: '' });
      const timer = setTimeout(stop, LONGEST_MILLIS);
      await ended;
      clearTimeout(timer);
      microphone.getTracks().forEach((track) => track.stop());
      tell({ state: 'thinking' });
      const heard = await understand(await asWave(new Blob(parts, { type: recorder.mimeType })));
      if (!heard) {
        tell({ state: 'failed', why: 'silence' });
        return;
      }
      tell({ state: 'idle' });
      done(heard);
    } finally {
      microphone.getTracks().forEach((track) => track.stop());
    }
  }
  run().catch((thrown) => tell({ state: 'failed', why: whyOf(thrown) }));
  return () => {
    stopped = true;
    stop();
  };
}
