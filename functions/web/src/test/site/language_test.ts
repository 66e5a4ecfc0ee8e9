import { particle, won } from '../../main/site/core/language.ts';
import { same } from './same.ts';

Deno.test('a particle goes by the last syllable', () => {
  const table: [string, string][] = [['기생충', '을'], ['괴물 2', '을(를)'], ['아가씨', '를'], ['올드보이', '를'], ['Parasite', '을(를)'], ['', '을(를)']];
  for (const [word, expected] of table) same(particle(word, '을', '를'), expected, word);
});

Deno.test('won is written as each language does', () => {
  same(won(13500, 'ko'), '13,500원');
  same(won(13500, 'en'), '₩13,500');
});
