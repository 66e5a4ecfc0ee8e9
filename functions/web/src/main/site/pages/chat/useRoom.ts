import { useEffect, useRef, useState } from 'preact/hooks';
import * as api from '../../api/chat.ts';
import type { Message, Present } from '../../api/chat.ts';
import { Failure } from '../../core/failure.ts';
import { useStore } from '../../core/hooks.ts';
import { connected, listen, seen, tell, type Told } from '../../core/live.ts';
import { http, sessions } from '../../core/site.ts';
import { gapAfter, lastOf, merged, withoutText, type Pending } from './thread.ts';

const ASKS_MILLIS = 4_000;
/** After this long without an answer on the connection it is said over HTTP, under the same id. */
const PATIENCE_MILLIS = 5_000;
const TYPING_SHOWN_MILLIS = 4_000;
const TYPING_TOLD_MILLIS = 2_500;
const PRESENCE_MILLIS = 30_000;

export interface RoomState {
  readonly messages: readonly Message[] | null;
  readonly pending: readonly Pending[];
  readonly present: readonly Present[];
  readonly typing: readonly number[];
  readonly failure: Failure | null;
  readonly more: boolean;
  readonly live: boolean;
  /** What was read when the room was opened. */
  readonly readUpTo: number;
  readonly send: (text: string) => void;
  readonly again: (pending: Pending) => void;
  readonly discard: (clientId: string) => void;
  readonly older: () => Promise<void>;
  readonly remove: (seq: number) => Promise<void>;
  readonly writes: () => void;
  readonly reload: () => void;
}

/** A party's room: told over the connection, asked for over HTTP while there is none. */
export function useRoom(partyId: number): RoomState {
  const [messages, setMessages] = useState<readonly Message[] | null>(null);
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [present, setPresent] = useState<readonly Present[]>([]);
  const [typing, setTyping] = useState<readonly number[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [more, setMore] = useState(false);
  const [readUpTo, setReadUpTo] = useState(0);
  const [round, setRound] = useState(0);
  const live = useStore(connected);
  const known = useRef<readonly Message[]>([]);
  const marked = useRef(0);
  const toldTyping = useRef(0);

  function add(more: readonly Message[]) {
    known.current = merged(known.current, more);
    setMessages(known.current);
    read();
  }

  /** What is on the screen is read. */
  function read() {
    const last = lastOf(known.current);
    if (document.visibilityState === 'hidden' || last <= marked.current) return;
    marked.current = last;
    seen(partyId, last);
    if (!tell({ action: 'read', partyId, seq: last })) void api.markRead(partyId, last).catch(() => undefined);
  }

  async function catchUp(signal?: AbortSignal) {
    const after = gapAfter(known.current) ?? lastOf(known.current);
    const page = await api.messages(partyId, { after }, signal).catch(() => null);
    if (page && !signal?.aborted) add(page.messages);
  }

  function hear(told: Told) {
    if (told.type === 'error') {
      if (told.clientId) setPending((all) => all.map((one) => (one.clientId === told.clientId ? { ...one, failed: true } : one)));
      return;
    }
    if (!('partyId' in told) || told.partyId !== partyId) return;
    switch (told.type) {
      case 'ack':
        setPending((all) => all.filter((one) => one.clientId !== told.clientId));
        add([told.message]);
        break;
      case 'message':
        setTyping((all) => all.filter((user) => user !== told.message.userId));
        add([told.message]);
        if (gapAfter(known.current) !== null) void catchUp();
        break;
      case 'sync':
        add(told.messages);
        if (told.more) tell({ action: 'sync', partyId, after: lastOf(told.messages) });
        break;
      case 'deleted':
        known.current = withoutText(known.current, told.seq);
        setMessages(known.current);
        break;
      case 'typing':
        setTyping((all) => [...all.filter((user) => user !== told.userId), told.userId]);
        setTimeout(() => setTyping((all) => all.filter((user) => user !== told.userId)), TYPING_SHOWN_MILLIS);
        break;
      case 'presence':
        setPresent(told.members);
        break;
      case 'room':
        if (told.lastSeq > lastOf(known.current)) void catchUp();
        break;
    }
  }

  useEffect(() => {
    const abort = new AbortController();
    setFailure(null);
    known.current = [];
    marked.current = 0;
    api.messages(partyId, {}, abort.signal).then(
      (page) => {
        if (abort.signal.aborted) return;
        setReadUpTo(page.readSeq);
        setMore(page.more);
        marked.current = page.readSeq;
        add(page.messages);
      },
      (thrown) => abort.signal.aborted || setFailure(Failure.of(thrown)),
    );
    const silent = listen(hear);
    document.addEventListener('visibilitychange', read);
    return () => {
      abort.abort();
      silent();
      document.removeEventListener('visibilitychange', read);
    };
  }, [partyId, round]);

  const loaded = messages !== null;
  useEffect(() => {
    if (!loaded) return;
    const look = () => {
      if (!tell({ action: 'presence', partyId })) void api.present(partyId).then(setPresent, () => undefined);
    };
    look();
    if (live) tell({ action: 'sync', partyId, after: lastOf(known.current) });
    const presence = setInterval(look, PRESENCE_MILLIS);
    const asking = live ? undefined : setInterval(() => void catchUp(), ASKS_MILLIS);
    return () => {
      clearInterval(presence);
      clearInterval(asking);
    };
  }, [partyId, live, loaded]);

  async function overHttp(one: Pending) {
    try {
      const message = await api.sendMessage(partyId, one.clientId, one.text);
      add([message]);
      setPending((all) => all.filter((each) => each.clientId !== one.clientId));
    } catch {
      setPending((all) => all.map((each) => (each.clientId === one.clientId ? { ...each, failed: true } : each)));
    }
  }

  function deliver(one: Pending) {
    if (!tell({ action: 'send', partyId, clientId: one.clientId, text: one.text })) {
      void overHttp(one);
      return;
    }
    setTimeout(() => setPending((all) => {
      const waits = all.find((each) => each.clientId === one.clientId && !each.failed);
      if (waits) void overHttp(waits);
      return all;
    }), PATIENCE_MILLIS);
  }

  return {
    messages, pending, present, typing, failure, more, live, readUpTo,
    send(text) {
      const one = { clientId: http.newKey(), text, failed: false };
      setPending((all) => [...all, one]);
      deliver(one);
    },
    again(one) {
      setPending((all) => all.map((each) => (each.clientId === one.clientId ? { ...each, failed: false } : each)));
      deliver({ ...one, failed: false });
    },
    discard: (clientId) => setPending((all) => all.filter((one) => one.clientId !== clientId)),
    async older() {
      const first = known.current[0]?.seq ?? 0;
      const page = await api.messages(partyId, { before: first });
      setMore(page.more);
      add(page.messages);
    },
    async remove(seq) {
      await api.deleteMessage(partyId, seq);
      known.current = withoutText(known.current, seq);
      setMessages(known.current);
    },
    writes() {
      const now = Date.now();
      if (now - toldTyping.current < TYPING_TOLD_MILLIS) return;
      toldTyping.current = now;
      tell({ action: 'typing', partyId });
    },
    reload: () => { sessions.reread(); setRound((count) => count + 1); },
  };
}
