/**
 * Keeps what the site is made of, so that it starts without a network, and pictures that everybody sees. Answers of
 * the API are left alone: what is personal is kept by the page itself, and goes with the log-out.
 */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(name: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(name: 'fetch', listener: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
}
const worker = self as unknown as Worker;

const SHELL = 'two-shell';
const PICTURES = 'two-pictures';
const MOST_PICTURES = 400;
const ASSET = /^\/assets\/[\w.-]+$/;
const PICTURE = /^\/(titles\/\d+\/poster|posters\/[\w.-]+|icon[\w-]*\.(svg|png))$/;

worker.addEventListener('install', (event) => event.waitUntil(install().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin || request.headers.has('range')) return;
  if (request.mode === 'navigate') {
    if (!/^\/(_local|social)\//.test(url.pathname)) event.respondWith(page(request));
  } else if (ASSET.test(url.pathname)) {
    event.respondWith(keptFirst(request, SHELL, event));
  } else if (PICTURE.test(url.pathname)) {
    event.respondWith(keptFirst(request, PICTURES, event));
  }
});

async function install(): Promise<void> {
  const cache = await caches.open(SHELL);
  const answer = await fetch('/', { cache: 'no-cache' });
  const text = await answer.clone().text();
  await cache.put('/', answer);
  await cache.addAll([...new Set(text.match(/\/assets\/[\w.-]+/g) ?? [])]);
}

/** The page as it is now; the last one that was seen where there is no network. */
async function page(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.headers.get('content-type')?.startsWith('text/html')) await refresh(cache, answer.clone());
    return answer;
  } catch (failure) {
    const known = await cache.match('/');
    if (known) return known;
    throw failure;
  }
}

/** A page of another build names other assets: those of the one before go. */
async function refresh(cache: Cache, answer: Response): Promise<void> {
  const known = await cache.match('/');
  const text = await answer.clone().text();
  if (known && (await known.text()) === text) return;
  await cache.put('/', answer);
  for (const kept of await cache.keys()) {
    const { pathname } = new URL(kept.url);
    if (ASSET.test(pathname) && !text.includes(pathname)) await cache.delete(kept);
  }
}

/** What never changes under its address, or hardly. */
async function keptFirst(request: Request, name: string, event: Extendable): Promise<Response> {
  const cache = await caches.open(name);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok && answer.type === 'basic') event.waitUntil(keep(cache, name, request, answer.clone()));
  return answer;
}

async function keep(cache: Cache, name: string, request: Request, answer: Response): Promise<void> {
  await cache.put(request, answer);
  if (name !== PICTURES) return;
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_PICTURES)).map((key) => cache.delete(key)));
}
