import { Failure } from '../../main/site/core/failure.ts';
import { whyOf } from '../../main/site/core/recording.ts';
import { mixed, wave } from '../../main/site/core/wave.ts';
import { same } from './same.ts';

const text = (file: ArrayBuffer, from: number, to: number) => new TextDecoder().decode(file.slice(from, to));

Deno.test('a recording is a WAV file of one channel and 16 bits', () => {
  const file = wave(new Float32Array([0, 1, -1, 2, 0.5]), 16_000);
  const view = new DataView(file);
  same([text(file, 0, 4), text(file, 8, 16), text(file, 36, 40)], ['RIFF', 'WAVEfmt ', 'data']);
  same([file.byteLength, view.getUint32(4, true), view.getUint32(40, true)], [54, 46, 10]);
  same([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)], [1, 16_000, 16]);
  same([0, 1, 2, 3, 4].map((index) => view.getInt16(44 + index * 2, true)), [0, 32767, -32767, 32767, 16384]);
});

Deno.test('half a minute of it is under the megabyte that a request may have', () => {
  same(wave(new Float32Array(30 * 16_000)).byteLength < 1 << 20, true);
});

Deno.test('two channels become one', () => {
  same([...mixed([new Float32Array([1, 0]), new Float32Array([0, -1])])], [0.5, -0.5]);
  same(mixed([]).length, 0);
});

Deno.test('each way in which nothing comes of it has its words', () => {
  const named = (name: string) => Object.assign(new Error(), { name });
  same([named('NotAllowedError'), named('NotFoundError'), named('EncodingError')].map(whyOf), ['denied', 'denied', 'other']);
  same([new Failure(0, 'OFFLINE', ''), new Failure(503, 'SPEECH_UNAVAILABLE', ''), new Failure(422, 'INVALID_VALUE', ''), new Failure(429, 'TOO_MANY_REQUESTS', '')].map(whyOf), ['network', 'network', 'other', 'limit']);
});
