/** What recognisers are trained on, and half a minute of it is under the limit of a request. */
export const RATE = 16_000;
const HEADER_BYTES = 44;
const SAMPLE_BYTES = 2;
const LOUDEST = 0x7fff;

/** Several channels as one. */
export function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels;
  if (!first || channels.length === 1) return first ?? new Float32Array();
  return first.map((_, at) => channels.reduce((sum, channel) => sum + channel[at]!, 0) / channels.length);
}

/** Samples between -1 and 1 as a WAV file: one channel of 16 bits. */
export function wave(samples: Float32Array, rate = RATE): ArrayBuffer {
  const file = new ArrayBuffer(HEADER_BYTES + samples.length * SAMPLE_BYTES);
  const view = new DataView(file);
  const write = (at: number, name: string) => [...name].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  write(0, 'RIFF');
  view.setUint32(4, file.byteLength - 8, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * SAMPLE_BYTES, true);
  view.setUint16(32, SAMPLE_BYTES, true);
  view.setUint16(34, SAMPLE_BYTES * 8, true);
  write(36, 'data');
  view.setUint32(40, samples.length * SAMPLE_BYTES, true);
  samples.forEach((sample, index) => view.setInt16(HEADER_BYTES + index * SAMPLE_BYTES, Math.round(Math.max(-1, Math.min(1, sample)) * LOUDEST), true));
  return file;
}
