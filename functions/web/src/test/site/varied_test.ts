import { varied } from '../../main/site/pages/pick/varied.ts';
import { same } from './same.ts';

const titles = (text: string) => text.split(' ').map((name) => ({ name, genres: [name[0]!] }));
const names = (shown: { name: string }[]) => shown.map((title) => title.name).join(' ');

Deno.test('genres take turns, and within one the order stays', () => {
  same(names(varied(titles('a1 a2 a3 b1 c1 b2'), 6)), 'a1 b1 c1 a2 b2 a3');
});

Deno.test('no more than asked for, and no more than there are', () => {
  same(names(varied(titles('a1 a2 b1'), 2)), 'a1 b1');
  same(names(varied(titles('a1 b1'), 9)), 'a1 b1');
  same(varied([], 3), []);
});
