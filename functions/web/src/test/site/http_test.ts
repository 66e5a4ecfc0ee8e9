import { Failure } from '../../main/site/core/failure.ts';
import { createHttp } from '../../main/site/core/http.ts';
import { createSessions, SESSION_KEY, type Session, type Shelf } from '../../main/site/core/session.ts';
import { same } from './same.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');

const session = (token: string, minutes: number): Session => ({
  userId: 1,
  nickname: '미나',
  picks: 3,
  admin: false,
  sessionId: 's',
  accessToken: token,
  expiresAt: new Date(NOON + minutes * 60_000).toISOString(),
  sessionEndsAt: '2027-01-01T00:00:00Z',
});

type Answer = [number, unknown?, Record<string, string>?] | 'lost';

/** A server that answers in turn, and what it was asked. */
function world(answers: Answer[], logged: Session | null = null) {
  const kept = new Map<string, string>();
  if (logged) kept.set(SESSION_KEY, JSON.stringify(logged));
  const shelf: Shelf = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
  const asked: string[] = [];
  const pauses: number[] = [];
  let now = NOON;
  const sessions = createSessions(shelf, () => now);
  const http = createHttp({
    fetch(path, init) {
      const headers = new Headers(init.headers);
      asked.push([init.method, path, headers.get('authorization')?.replace('Bearer ', ''), headers.get('if-none-match'), headers.get('idempotency-key')].filter(Boolean).join(' '));
      const answer = answers.shift() ?? [500];
      if (answer === 'lost') return Promise.reject(new TypeError('network'));
      const [status, body, more] = answer;
      if (typeof body === 'string') return Promise.resolve(new Response(body, { status, headers: more }));
      return Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers: more }));
    },
    sessions,
    now: () => now,
    sleep: (millis) => { pauses.push(millis); return Promise.resolve(); },
    newKey: () => 'key',
    alone: (work) => work(),
  });
  return { http, sessions, kept, asked, pauses, later: (millis: number) => (now += millis) };
}

async function failing(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (thrown) {
    return Failure.of(thrown);
  }
  throw new Error('It did not fail');
}

Deno.test('a visitor sends no token, a member theirs', async () => {
  const visitor = world([[200, {}]]);
  await visitor.http.get('/home');
  same(visitor.asked, ['GET /home']);
  const member = world([[200, {}]], session('a', 5));
  await member.http.get('/home');
  same(member.asked, ['GET /home a']);
});

Deno.test('a token about to end is renewed first, once for all that wait', async () => {
  const { http, asked, kept } = world([[200, session('b', 10)], [200, {}], [200, {}]], session('a', 0));
  await Promise.all([http.get('/home'), http.get('/me')]);
  same(asked, ['POST /sessions/refresh', 'GET /home b', 'GET /me b']);
  same(JSON.parse(kept.get(SESSION_KEY)!).accessToken, 'b');
});

Deno.test('a token that the gateway refuses is renewed and the request sent again', async () => {
  const { http, asked } = world([[401, { message: 'Unauthorized' }], [200, session('b', 10)], [200, { ok: 1 }]], session('a', 5));
  same(await http.get('/me'), { ok: 1 });
  same(asked, ['GET /me a', 'POST /sessions/refresh', 'GET /me b']);
});

Deno.test('a session that has ended is forgotten', async () => {
  const { http, sessions, kept } = world([[401, { message: 'Unauthorized' }], [401, { error: { code: 'SESSION_ENDED', message: '' } }]], session('a', 5));
  same((await failing(http.get('/me'))).status, 401);
  same(sessions.get(), null);
  same(kept.size, 0);
});

Deno.test('without a network the session stays', async () => {
  const { http, sessions } = world(['lost', 'lost', 'lost'], session('a', 0));
  same((await failing(http.get('/home'))).code, 'OFFLINE');
  same(sessions.get()?.accessToken, 'a');
});

Deno.test('what may pass is asked again, later each time, but no longer than anybody waits', async () => {
  const { http, asked, pauses } = world([[503, {}, { 'retry-after': '60' }], 'lost', [200, { ok: 1 }]]);
  same(await http.get('/home'), { ok: 1 });
  same(asked.length, 3);
  same(pauses, [5_000, 900]);
});

Deno.test('a write is repeated only where that is safe', async () => {
  const table: [() => Promise<unknown>, ReturnType<typeof world>, number][] = [];
  const plain = world(['lost', [200]]);
  table.push([() => plain.http.send('POST', '/parties', {}), plain, 1]);
  const keyed = world(['lost', [201, {}]]);
  table.push([() => keyed.http.send('POST', '/parties', {}, { idempotencyKey: 'k' }), keyed, 2]);
  const put = world(['lost', [200, {}]]);
  table.push([() => put.http.send('PUT', '/titles/1/rating', { stars: 4 }), put, 2]);
  for (const [work, { asked }, times] of table) {
    await work().catch(() => undefined);
    same(asked.length, times, asked[0]);
  }
  same(keyed.asked, ['POST /parties k', 'POST /parties k']);
});

Deno.test('an answer is at hand for as long as the server says, then its ETag is asked about', async () => {
  const { http, asked, later } = world([[200, { n: 1 }, { etag: '"e"', 'cache-control': 'public, max-age=60' }], [304, undefined, { etag: '"e"', 'cache-control': 'public, max-age=60' }]]);
  same(await http.get('/genres'), { n: 1 });
  same(await http.get('/genres'), { n: 1 });
  later(61_000);
  same(await http.get('/genres'), { n: 1 });
  same(asked, ['GET /genres', 'GET /genres "e"']);
});

Deno.test('what was answered to one person is not there for the next', async () => {
  const { http, asked, sessions } = world([[200, { n: 1 }, { etag: '"e"', 'cache-control': 'private, max-age=60' }], [200, { n: 2 }]], session('a', 5));
  await http.get('/home');
  sessions.set(null);
  same(await http.get('/home'), { n: 2 });
  same(asked, ['GET /home a', 'GET /home']);
});

Deno.test('a refusal says its code, the field and how long to wait', async () => {
  const { http } = world([[429, { error: { code: 'TOO_MANY_REQUESTS', message: 'm', details: { field: 'email' }, requestId: 'r' } }, { 'retry-after': '30' }]]);
  const failure = await failing(http.send('POST', '/sessions', {}));
  same([failure.status, failure.code, failure.field, failure.requestId, failure.retryAfterSeconds], [429, 'TOO_MANY_REQUESTS', 'email', 'r', 30]);
});

Deno.test('where no function answered the number is the one in the header', async () => {
  const { http } = world([[500, { message: 'Internal Server Error' }, { 'apigw-requestid': 'JKJaXmPLvHcESHA=' }]]);
  same((await failing(http.send('POST', '/parties', {}))).requestId, 'JKJaXmPLvHcESHA=');
});

Deno.test('an answer that is no JSON is a refusal, not a defect of ours', async () => {
  const { http } = world([[502, undefined], [502, undefined], [502, undefined]]);
  same((await failing(http.get('/home'))).passes, true);
});

Deno.test('a table comes with its name and byte order mark', async () => {
  const { http } = world([[200, '\ufeffday,won', { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="payments-2026.csv"' }]], session('t', 10));
  const { name, content } = await http.file('/me/payments/export?year=2026');
  same([name, content.size], ['payments-2026.csv', 10]);
});

Deno.test('a table that is refused is a failure like any other', async () => {
  const { http } = world([[409, { error: { code: 'CONFLICT', message: 'too much' } }]], session('t', 10));
  same((await failing(http.file('/me/payments/export'))).code, 'CONFLICT');
});
