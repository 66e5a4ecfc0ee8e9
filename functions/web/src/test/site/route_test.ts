import { mailedAddress, matchPath, ownPath, placeOf, withQuery } from '../../main/site/core/route.ts';
import { same } from './same.ts';

Deno.test('a path fits a pattern of as many parts, and gives its parameters', () => {
  const table: [string, string, Record<string, string> | null][] = [
    ['/', '/', {}],
    ['/title/:id', '/title/7', { id: '7' }],
    ['/title/:id', '/title', null],
    ['/title/:id', '/title/', null],
    ['/title/:id', '/title/7/8', null],
    ['/genre/:key', '/genre/%EA%B0%80', { key: '가' }],
    ['/genre/:key', '/genre/%E0%A4%A', null],
  ];
  for (const [pattern, path, expected] of table) same(matchPath(pattern, path), expected, `${pattern} ${path}`);
});

Deno.test('a slash at the end is no other place', () => {
  same(placeOf('/find/?q=a#b').path, '/find');
  same(placeOf('/').path, '/');
});

Deno.test('a mailed link leads to its page with the token where no server sees it', () => {
  same(mailedAddress('/reset/abc_-1'), '/reset#abc_-1');
  same(mailedAddress('/forgot'), '/forgot');
  same(mailedAddress('/enter'), '/login');
  for (const other of ['main', '/nothing/x', '/constructor', '']) same(mailedAddress(other), null, other);
});

Deno.test('only a path of this site is gone back to', () => {
  for (const fine of ['/', '/title/1?a=b#c']) same(ownPath(fine), fine);
  for (const foreign of [null, '', 'title', '//evil.example', '/\\evil.example', 'https://evil.example', '/a\\b', '/a b']) {
    same(ownPath(foreign), '/', String(foreign));
  }
});

Deno.test('a changed query keeps the rest, and an empty value is none', () => {
  same(withQuery('/browse', new URLSearchParams('genre=sf&sort=year'), { sort: null, q: '봄' }), '/browse?genre=sf&q=%EB%B4%84');
  same(withQuery('/browse', new URLSearchParams('q=x'), { q: '' }), '/browse');
});
