import { Failure, failureOf } from './failure.ts';
import type { Session, Sessions } from './session.ts';

/** What the client needs from the world; tests give their own. */
export interface HttpParts {
  fetch(path: string, init: RequestInit): Promise<Response>;
  sessions: Sessions;
  now(): number;
  sleep(millis: number): Promise<void>;
  newKey(): string;
  /** Runs one renewal at a time, over all tabs where the browser can. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export interface ReadOptions {
  signal?: AbortSignal;
  /** Ask even if an answer is at hand that is still good. */
  fresh?: boolean;
}

export interface WriteOptions {
  signal?: AbortSignal;
  /** The same for every attempt of one and the same write; then it may be repeated. */
  idempotencyKey?: string;
}

/** The only way to the API: tokens and their renewal, ETags, repeating, failures. */
export interface Http {
  get<T>(path: string, options?: ReadOptions): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, options?: WriteOptions): Promise<T>;
  /** A table of the API's, to be kept as a file. */
  file(path: string): Promise<NamedFile>;
  /** A file as it is, in one request to the API. */
  upload<T>(path: string, file: Blob): Promise<T>;
  /** A file to where the API said that it may go, which knows nothing of sessions. */
  put(url: string, headers: Record<string, string>, file: Blob): Promise<void>;
  /** Sends once, as whoever is logged in, and shows what came whatever it is: for the page about the API. */
  show(method: string, path: string, body: string | Blob | undefined, headers: Record<string, string>): Promise<Shown>;
  /** Opens or renews the session by the cookie alone, as after a log-in at a provider. */
  resume(): Promise<Session | null>;
  newKey(): string;
}

/** An answer as it came. */
export interface Shown {
  readonly status: number;
  readonly type: string;
  readonly bytes: number;
  /** What can be read; nothing of pictures and the like. */
  readonly text: string;
  readonly millis: number;
}

export interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

interface Remembered {
  readonly value: unknown;
  readonly etag: string;
  readonly goodUntil: number;
}

/** An access token is renewed this long before it ends. */
const RENEW_BEFORE_MILLIS = 20_000;
const ATTEMPTS = 3;
const FIRST_PAUSE_MILLIS = 300;
/** Nobody is kept waiting longer than this between attempts. */
const LONGEST_PAUSE_MILLIS = 5_000;
/** Answers kept for going back and forth. */
const REMEMBERED = 80;
const FILE = 'application/octet-stream';
const READABLE = /json|text|xml|javascript/;
const TABLE = 'text/csv';

export function createHttp(parts: HttpParts): Http {
  const memory = new Map<string, Remembered>();
  let renewing: Promise<Session | null> | null = null;
  let owner = parts.sessions.get()?.userId ?? null;
  parts.sessions.subscribe((session) => {
    if ((session?.userId ?? null) !== owner) memory.clear();
    owner = session?.userId ?? null;
  });

  const isFresh = (session: Session) => Date.parse(session.expiresAt) - RENEW_BEFORE_MILLIS > parts.now();

  async function renew(): Promise<Session | null> {
    return await parts.alone(async () => {
      const other = parts.sessions.reread();
      if (other && isFresh(other)) return other;
      try {
        const { value } = await exchange<Session>('POST', '/sessions/refresh', undefined, {});
        parts.sessions.set(value);
        return value;
      } catch (thrown) {
        const failure = Failure.of(thrown);
        if (failure.status !== 401 && failure.status !== 403) throw failure;
        parts.sessions.set(null);
        return null;
      }
    });
  }

  function renewOnce(): Promise<Session | null> {
    renewing ??= renew().finally(() => (renewing = null));
    return renewing;
  }

  async function current(): Promise<Session | null> {
    const session = parts.sessions.get();
    return !session || isFresh(session) ? session : await renewOnce();
  }

  /** One request, one answer. */
  async function exchange<T>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<{ value: T; response: Response }> {
    let response: Response;
    try {
      response = await parts.fetch(path, {
        method,
        headers: body === undefined ? headers : { ...headers, 'content-type': body instanceof Blob ? FILE : 'application/json' },
        body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
        signal,
      });
    } catch (thrown) {
      if (signal?.aborted) throw thrown;
      throw new Failure(0, 'OFFLINE', 'No answer came');
    }
    if (response.status === 304) return { value: undefined as T, response };
    // As it came: reading it as text would take its byte order mark away, which spreadsheets look for.
    if (response.ok && response.headers.get('content-type')?.startsWith(TABLE)) return { value: (await response.blob()) as T, response };
    const text = await response.text();
    const answer = parse(text);
    if (response.ok) return { value: answer as T, response };
    throw failureOf(response.status, answer, response.headers.get('retry-after'), response.headers.get('apigw-requestid'));
  }

  /** As whoever is logged in; a token that the gateway refuses is renewed once. */
  async function asMember<T>(method: string, path: string, body: unknown, headers: Record<string, string>, signal?: AbortSignal) {
    const session = await current();
    const bearer = (token: string) => ({ ...headers, authorization: `Bearer ${token}` });
    try {
      return await exchange<T>(method, path, body, session ? bearer(session.accessToken) : headers, signal);
    } catch (thrown) {
      if (!session || !isRefusedToken(thrown)) throw thrown;
      parts.sessions.set({ ...session, expiresAt: new Date(0).toISOString() });
      const renewed = await renewOnce();
      if (!renewed) throw thrown;
      return await exchange<T>(method, path, body, bearer(renewed.accessToken), signal);
    }
  }

  async function repeated<T>(attempts: number, once: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once();
      } catch (thrown) {
        if (signal?.aborted || attempt >= attempts || !(thrown instanceof Failure) || !thrown.passes) throw thrown;
        const asked = thrown.retryAfterSeconds === null ? 0 : thrown.retryAfterSeconds * 1000;
        await parts.sleep(Math.min(LONGEST_PAUSE_MILLIS, Math.max(asked, FIRST_PAUSE_MILLIS * 3 ** (attempt - 1))));
      }
    }
  }

  function remember(path: string, value: unknown, response: Response) {
    const etag = response.headers.get('etag');
    if (!etag) return;
    const age = /(?:^|[, ])max-age=(\d+)/.exec(response.headers.get('cache-control') ?? '');
    memory.delete(path);
    memory.set(path, { value, etag, goodUntil: parts.now() + (age ? Number(age[1]) * 1000 : 0) });
    if (memory.size > REMEMBERED) memory.delete(memory.keys().next().value as string);
  }

  return {
    newKey: parts.newKey,
    async file(path: string): Promise<NamedFile> {
      const { value, response } = await repeated(ATTEMPTS, () => asMember<Blob>('GET', path, undefined, {}));
      const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '');
      return { name: name?.[1] ?? 'table.csv', content: value };
    },
    async upload<T>(path: string, file: Blob): Promise<T> {
      return (await repeated(ATTEMPTS, () => asMember<T>('POST', path, file, {}))).value;
    },
    async put(url: string, headers: Record<string, string>, file: Blob): Promise<void> {
      const response = await parts.fetch(url, { method: 'PUT', headers, body: file, credentials: 'omit' }).catch(() => null);
      if (!response) throw new Failure(0, 'OFFLINE', 'No answer came');
      if (!response.ok) throw failureOf(response.status, {}, null);
    },
    async show(method: string, path: string, body: string | Blob | undefined, headers: Record<string, string>): Promise<Shown> {
      const session = await current();
      const bearer: Record<string, string> = session ? { authorization: `Bearer ${session.accessToken}` } : {};
      const begun = parts.now();
      const response = await parts.fetch(path, { method, headers: { ...headers, ...bearer }, body, cache: 'no-store' });
      const type = response.headers.get('content-type') ?? '';
      const answered = await response.blob();
      const text = READABLE.test(type) ? await answered.text() : '';
      return { status: response.status, type, bytes: answered.size, text, millis: Math.round(parts.now() - begun) };
    },
    async resume() {
      return await renewOnce();
    },
    async get<T>(path: string, { signal, fresh = false }: ReadOptions = {}): Promise<T> {
      const known = memory.get(path);
      if (known && !fresh && known.goodUntil > parts.now()) return known.value as T;
      const reader = owner;
      const headers: Record<string, string> = known ? { 'if-none-match': known.etag } : {};
      const { value, response } = await repeated(ATTEMPTS, () => asMember<T>('GET', path, undefined, headers, signal), signal);
      const answer = response.status === 304 && known ? (known.value as T) : value;
      // Who logged out meanwhile leaves nothing behind.
      if (reader === owner) remember(path, answer, response);
      return answer;
    },
    async send<T>(method: string, path: string, body?: unknown, { signal, idempotencyKey }: WriteOptions = {}): Promise<T> {
      const headers: Record<string, string> = idempotencyKey ? { 'idempotency-key': idempotencyKey } : {};
      const repeatable = idempotencyKey !== undefined || method === 'PUT' || method === 'DELETE';
      const { value } = await repeated(repeatable ? ATTEMPTS : 1, () => asMember<T>(method, path, body, headers, signal), signal);
      return value;
    },
  };
}

/** The gateway refuses a token with 401 or 403 and no code of ours; a function says UNAUTHENTICATED. */
function isRefusedToken(thrown: unknown): boolean {
  if (!(thrown instanceof Failure)) return false;
  return thrown.code === 'UNAUTHENTICATED' || (thrown.code === 'REFUSED' && (thrown.status === 401 || thrown.status === 403));
}

function parse(text: string): unknown {
  if (!text) return {};
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
