import { address, audience, firstBody, firstValue, groups, headers, inLanguage, legible, type ApiDocument, type Operation, type Parameter } from '../../main/site/pages/api/document.ts';
import { same } from './same.ts';

const rate: Operation = {
  operationId: 'rate',
  tags: ['opinion'],
  summary: '별점을 줍니다 · Gives stars',
  security: [{ token: [] }],
  parameters: [
    { name: 'id', in: 'path', required: true, schema: { type: 'integer', examples: [1001] } },
    { name: 'why', in: 'query', required: false, schema: { type: 'string' } },
    { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } },
  ],
  requestBody: { required: true, content: { 'application/json': { example: { stars: 4.5 } } } },
  responses: {},
};

const document: ApiDocument = {
  info: { summary: '', description: '' },
  tags: [{ name: 'list', description: '목록 · Lists' }, { name: 'opinion', description: '별점 · Stars' }],
  paths: { '/titles/{id}/rating': { put: rate }, '/genres': { get: { ...rate, operationId: 'genres', tags: ['list'], security: [] } } },
};

Deno.test('operations stand under their tags, and are found by address and words', () => {
  same(groups(document, '').map((group) => group.operations.map((each) => `${each.method} ${each.path}`)), [['GET /genres'], ['PUT /titles/{id}/rating']]);
  same(groups(document, ' RATING').map((group) => group.name), ['opinion']);
  same(groups(document, 'nothing like it'), []);
});

Deno.test('a form begins with what cannot be left out, and its example', () => {
  same(rate.parameters!.map(firstValue), ['1001', '', '']);
  same(firstBody(rate), { type: 'application/json', text: '{\n  "stars": 4.5\n}' });
  same(firstBody({ ...rate, requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { example: { a: 'b c' } } } } })!.text, 'a=b+c');
});

Deno.test('values go where they belong, escaped', () => {
  const parameters = rate.parameters as Parameter[];
  same(address('/titles/{id}/rating', parameters, { id: '1/2', why: 'a&b' }), '/titles/1%2F2/rating?why=a%26b');
  same(headers(parameters, { 'Idempotency-Key': 'key-1' }), { 'idempotency-key': 'key-1' });
});

Deno.test('who may is what the security says', () => {
  same([audience(rate), audience({ ...rate, security: [] }), audience({ ...rate, security: [{}, { token: [] }] })], ['member', 'anybody', 'visitor']);
});

Deno.test('what is said twice is shown once, and JSON over lines', () => {
  same([inLanguage('가 · a', 'ko'), inLanguage('가 · a', 'en'), inLanguage('only', 'en')], ['가', 'a', 'only']);
  same([legible('{"a":1}'), legible('<p>')], ['{\n  "a": 1\n}', '<p>']);
});
