/** The one connection on which the server says what is new; without it, it is asked now and then. */
import * as chat from '../api/chat.ts';
import type { Message, Present, Room } from '../api/chat.ts';
import { pauseBefore } from './backoff.ts';
import { sessions } from './site.ts';
import { createStore } from './store.ts';
import { tasteChanged } from './taste.ts';

/** What comes in; kinds that are not known here are skipped. */
export type Told =
  | { type: 'message'; partyId: number; message: Message }
  | { type: 'ack'; clientId: string; partyId: number; seq: number; message: Message }
  | { type: 'sync'; partyId: number; messages: Message[]; lastSeq: number; readSeq: number; more: boolean }
  | { type: 'read'; partyId: number; seq: number }
  | { type: 'deleted'; partyId: number; seq: number }
  | { type: 'typing'; partyId: number; userId: number }
  | { type: 'presence'; partyId: number; members: Present[] }
  | { type: 'rooms'; rooms: Room[]; unreadNotifications: number }
  | { type: 'room'; partyId: number; lastSeq: number }
  | { type: 'notifications' }
  | { type: 'ranking' }
  | { type: 'reconnect' }
  | { type: 'error'; code: string; message: string; clientId?: string };

/** API Gateway closes a connection on which nothing is said for ten minutes. */
const SAYS_SOMETHING_MILLIS = 4 * 60_000;
const ASKS_MILLIS = 25_000;
/** The first page has what it needs by then. */
const STARTS_AFTER_MILLIS = 1_200;

export const rooms = createStore<readonly Room[]>([]);
export const unreadNotices = createStore(0);
export const connected = createStore(false);
/** Counts what was said about notifications: whoever shows them looks again. */
export const noticesTold = createStore(0);

const listeners = new Set<(told: Told) => void>();

export function listen(listener: (told: Told) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

let socket: WebSocket | null = null;
let attempt = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let beat: ReturnType<typeof setInterval> | undefined;
let asking: ReturnType<typeof setInterval> | undefined;

/** Whether it could be said; if not, HTTP can say it. */
export function tell(action: Record<string, unknown>): boolean {
  if (socket?.readyState !== WebSocket.OPEN) return false;
  socket.send(JSON.stringify(action));
  return true;
}

function take(told: Told) {
  switch (told.type) {
    case 'rooms':
      rooms.set(told.rooms);
      unreadNotices.set(told.unreadNotifications);
      break;
    case 'ranking':
      tasteChanged();
      break;
    case 'notifications':
      noticesTold.set(noticesTold.get() + 1);
      tell({ action: 'ping' });
      break;
    case 'room':
      tell({ action: 'ping' });
      break;
    case 'message':
      counted(told.partyId, told.message);
      break;
    case 'read':
      seen(told.partyId, told.seq);
      break;
    case 'reconnect':
      socket?.close();
      break;
  }
  for (const listener of [...listeners]) listener(told);
}

function counted(partyId: number, message: Message) {
  const mine = message.userId === sessions.get()?.userId;
  rooms.set(rooms.get().map((room) =>
    room.partyId === partyId && message.seq > room.lastSeq
      ? { ...room, lastSeq: message.seq, lastMessage: message, lastAtMillis: message.madeAtMillis, unread: room.unread + (mine || message.kind !== 'text' ? 0 : 1) }
      : room));
}

/** A room was read up to a number, here or on another device. */
export function seen(partyId: number, seq: number): void {
  rooms.set(rooms.get().map((room) =>
    room.partyId === partyId ? { ...room, readSeq: Math.max(room.readSeq, seq), unread: seq >= room.lastSeq ? 0 : room.unread } : room));
}

async function open() {
  if (!sessions.get() || socket) return;
  try {
    const { url } = await chat.ticket();
    if (!sessions.get()) return;
    const next = new WebSocket(url);
    socket = next;
    next.onopen = () => {
      attempt = 0;
      connected.set(true);
      tell({ action: 'ping' });
    };
    next.onmessage = ({ data }) => {
      const told = read(data);
      if (told) take(told);
    };
    next.onclose = () => {
      if (socket !== next) return;
      socket = null;
      connected.set(false);
      later();
    };
  } catch {
    later();
  }
}

function read(data: unknown): Told | null {
  try {
    return JSON.parse(String(data)) as Told;
  } catch {
    return null;
  }
}

function later() {
  clearTimeout(timer);
  if (!sessions.get()) return;
  timer = setTimeout(() => void open(), pauseBefore(++attempt, Math.random()));
}

/** Asks how things stand, where nobody tells. */
export async function ask(): Promise<void> {
  if (!sessions.get() || document.visibilityState === 'hidden') return;
  const found = await chat.rooms().catch(() => null);
  if (!found || !sessions.get()) return;
  if (found.unreadNotifications !== unreadNotices.get()) noticesTold.set(noticesTold.get() + 1);
  rooms.set(found.rooms);
  unreadNotices.set(found.unreadNotifications);
}

function stop() {
  clearTimeout(timer);
  clearInterval(beat);
  clearInterval(asking);
  const last = socket;
  socket = null;
  last?.close();
  connected.set(false);
  rooms.set([]);
  unreadNotices.set(0);
}

function start() {
  stop();
  attempt = 0;
  timer = setTimeout(() => void open(), STARTS_AFTER_MILLIS);
  beat = setInterval(() => tell({ action: 'ping' }), SAYS_SOMETHING_MILLIS);
  asking = setInterval(() => { if (!connected.get()) void ask(); }, ASKS_MILLIS);
}

/** From now on, for whoever is logged in. */
export function beginLive(): void {
  let owner = sessions.get()?.userId ?? null;
  if (owner !== null) start();
  sessions.subscribe((session) => {
    const next = session?.userId ?? null;
    if (next === owner) return;
    owner = next;
    if (next === null) stop();
    else start();
  });
  addEventListener('online', () => { attempt = 0; later(); });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || !sessions.get()) return;
    if (connected.get()) tell({ action: 'ping' });
    else { attempt = 0; later(); }
  });
}
