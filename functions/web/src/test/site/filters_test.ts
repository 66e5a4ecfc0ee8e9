import { filterOf, toggled } from '../../main/site/pages/browse/filters.ts';
import { same } from './same.ts';

Deno.test('what fits is a filter, what was mistyped is none', () => {
  const table: [string, Record<string, string>][] = [
    ['', {}],
    ['genre=sf,drama&yearFrom=1999&rating=4.5', { genre: 'sf,drama', yearFrom: '1999', rating: '4.5' }],
    ['genre=SF&yearFrom=99&ageAtMost=18&sort=best&kind=opera&rating=6', {}],
    ['q=%20%EB%B4%84%20&other=1', { q: '봄' }],
    [`q=${'a'.repeat(101)}`, {}],
  ];
  for (const [query, expected] of table) same(filterOf(new URLSearchParams(query)), expected, query);
});

Deno.test('a genre is taken in and out, and never a sixth', () => {
  same(toggled([], 'sf'), 'sf');
  same(toggled(['sf', 'drama'], 'sf'), 'drama');
  same(toggled(['a', 'b', 'c', 'd', 'e'], 'f'), 'b,c,d,e,f');
});
