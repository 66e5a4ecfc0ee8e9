import { askedBefore, type Asked } from '../../main/site/core/first.ts';
import { same } from './same.ts';

function asked(path: string, authorization?: string): Promise<Response> {
  const answer = Promise.resolve(new Response('{}'));
  (globalThis as { twoAsked?: Record<string, Asked> }).twoAsked = { [path]: { authorization, answer } };
  return answer;
}

Deno.test('what the page has asked for is taken once', () => {
  const answer = asked('/home', 'Bearer a');
  const init = { method: 'GET', headers: { authorization: 'Bearer a' } };
  same(askedBefore('/home', init) === answer, true);
  same(askedBefore('/home', init), null);
});

Deno.test('an answer to somebody else is nobody’s', () => {
  asked('/home', 'Bearer a');
  same(askedBefore('/home', { method: 'GET', headers: { authorization: 'Bearer b' } }), null);
  same(askedBefore('/home', { method: 'GET', headers: { authorization: 'Bearer a' } }), null);
});

Deno.test('a write is never answered by a read, and other paths were not asked', () => {
  asked('/home');
  same(askedBefore('/home', { method: 'POST', headers: {} }), null);
  same(askedBefore('/ranks', { method: 'GET', headers: {} }), null);
});
