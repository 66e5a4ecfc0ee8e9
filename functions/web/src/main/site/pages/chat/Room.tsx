import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { block, reportMessage, unblock, type Message } from '../../api/chat.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { SelectField } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { clock, date } from '../../core/dates.ts';
import { Failure } from '../../core/failure.ts';
import { useLanguage, useSession } from '../../core/hooks.ts';
import { continues } from './thread.ts';
import { useRoom, type RoomState } from './useRoom.ts';
import { text } from './words.ts';

const MOST_LETTERS = 1000;

export function Room({ partyId }: { partyId: number }) {
  const language = useLanguage();
  const said = text[language];
  const room = useRoom(partyId);
  const session = useSession();
  const [reporting, setReporting] = useState<Message | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const count = (room.messages?.length ?? 0) + room.pending.length;
  const held = useRef<number | null>(null);

  // New messages are followed by whoever reads at the end, and push nobody else about.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    if (held.current !== null) {
      element.scrollTop = element.scrollHeight - held.current;
      held.current = null;
    } else if (atEnd.current) {
      element.scrollTop = element.scrollHeight;
    }
  }, [count, room.typing.length]);

  if (room.failure) return <Trouble failure={room.failure} retry={room.reload} />;
  const names = new Map(room.present.map((one) => [one.userId, one.nickname]));
  const typing = room.typing.filter((user) => user !== session?.userId).map((user) => names.get(user) ?? said.somebody);
  return (
    <section class="chat panel" aria-label={said.chat}>
      <Present room={room} />
      {!room.live && room.messages && <p class="chat-note small-text" role="status">{said.polling}</p>}
      <div
        class="chat-list"
        ref={list}
        role="log"
        aria-live="polite"
        aria-label={said.chat}
        tabIndex={0}
        onScroll={(event) => {
          const element = event.currentTarget;
          atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 60;
        }}
      >
        {room.more && (
          <button type="button" class="button plain small chat-older" onClick={() => {
            held.current = list.current ? list.current.scrollHeight - list.current.scrollTop : null;
            void room.older().catch((thrown) => say(Failure.of(thrown)));
          }}>{said.older}</button>
        )}
        {!room.messages && <TextSkeleton lines={6} />}
        {room.messages?.length === 0 && room.pending.length === 0 && <p class="quiet">{said.empty}</p>}
        <ol>
          {room.messages?.map((message, index) => (
            <Line key={message.seq} message={message} before={room.messages![index - 1]} room={room} own={message.userId === session?.userId} onReport={() => setReporting(message)} />
          ))}
          {room.pending.map((one) => (
            <li key={one.clientId} class="bubble-line own">
              <p class={one.failed ? 'bubble failed' : 'bubble waiting'}>{one.text}</p>
              {one.failed ? (
                <span class="bubble-time" role="alert">
                  {said.failed} <button type="button" class="link" onClick={() => room.again(one)}>{said.again}</button> <button type="button" class="link" onClick={() => room.discard(one.clientId)}>{said.cancel}</button>
                </span>
              ) : <span class="bubble-time">{said.sending}</span>}
            </li>
          ))}
        </ol>
      </div>
      <p class="chat-typing small-text quiet" aria-live="polite">{typing.length > 0 && said.typing(typing)}</p>
      <Writing room={room} />
      {reporting && (
        <Confirm
          title={said.reportTitle}
          lead={said.reportLead}
          button={said.report}
          onClose={() => setReporting(null)}
          act={async ({ reason }) => { await reportMessage(partyId, reporting.seq, reason!); say(said.reported); setReporting(null); }}
        >
          <SelectField label={said.reason} name="reason">
            {Object.entries(said.reasons).map(([reason, name]) => <option key={reason} value={reason}>{name}</option>)}
          </SelectField>
        </Confirm>
      )}
    </section>
  );
}

function Present({ room }: { room: RoomState }) {
  const said = text[useLanguage()];
  const here = room.present.filter((one) => one.connected).length;
  return (
    <div class="chat-present">
      <ul>
        {room.present.map((one) => (
          <li key={one.userId} class={one.connected ? 'here' : ''}>
            <a href={`/member/${one.userId}`}>
              <img src={`/users/${one.userId}/picture`} alt="" width={32} height={32} />
              <span class="for-readers">{one.nickname}, {one.connected ? said.online : said.offline}{one.host && `, ${said.host}`}</span>
            </a>
          </li>
        ))}
      </ul>
      {room.present.length > 0 && <span class="small-text quiet">{said.here(here, room.present.length)}</span>}
    </div>
  );
}

function Line({ message, before, room, own, onReport }: { message: Message; before: Message | undefined; room: RoomState; own: boolean; onReport: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const name = message.nickname ?? said.somebody;
  const sameDay = before && date(before.madeAtMillis, language) === date(message.madeAtMillis, language);
  const isNew = room.readUpTo > 0 && before?.seq === room.readUpTo && !own;
  const head = (
    <>
      {!sameDay && <li class="chat-day"><span>{date(message.madeAtMillis, language)}</span></li>}
      {isNew && <li class="chat-day new"><span>{said.newHere}</span></li>}
    </>
  );
  if (message.kind !== 'text') {
    return <>{head}<li class="chat-event">{(said.system[message.kind] ?? (() => message.kind))(name)}</li></>;
  }
  const gone = message.deleted || message.hidden;
  const joined = sameDay && !isNew && continues(before, message);
  return (
    <>
      {head}
      <li class={`bubble-line${own ? ' own' : ''}${joined ? ' joined' : ''}`} data-seq={message.seq}>
        {!own && !joined && <a class="bubble-name" href={`/member/${message.userId}`}>{name}</a>}
        <p class={gone ? 'bubble gone' : 'bubble'}>{message.deleted ? said.deleted : message.hidden ? said.hidden : message.text}</p>
        <span class="bubble-time">
          {clock(message.madeAtMillis, language)}
          {!gone && <Menu message={message} name={name} own={own} room={room} onReport={onReport} />}
        </span>
        {message.masked && !gone && <small class="bubble-note">{said.masked}</small>}
      </li>
    </>
  );
}

function Menu({ message, name, own, room, onReport }: { message: Message; name: string; own: boolean; room: RoomState; onReport: () => void }) {
  const said = text[useLanguage()];
  const box = useRef<HTMLDetailsElement>(null);
  const close = () => { if (box.current) box.current.open = false; };
  useEffect(() => {
    const outside = (event: Event) => box.current?.contains(event.target as Node) || close();
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);
  async function blockThem() {
    close();
    try {
      await block(message.userId!);
      room.reload();
      say(said.blocked, { name: said.undo, run: () => void unblock(message.userId!).then(room.reload) });
    } catch (thrown) {
      say(Failure.of(thrown));
    }
  }
  return (
    <details class="dot-menu" ref={box} onKeyDown={(event) => { if (event.key === 'Escape') { close(); box.current?.querySelector('summary')?.focus(); } }}>
      <summary aria-label={said.menu(name)}><Icon name="dots" /></summary>
      <div class="dot-menu-list">
        {own && <button type="button" onClick={() => { close(); void room.remove(message.seq).catch((thrown) => say(Failure.of(thrown))); }}><Icon name="trash" /> {said.remove}</button>}
        {!own && <button type="button" onClick={() => { close(); onReport(); }}><Icon name="warning" /> {said.report}</button>}
        {!own && message.userId !== undefined && <button type="button" onClick={() => void blockThem()}><Icon name="block" /> {said.block}</button>}
      </div>
    </details>
  );
}

function Writing({ room }: { room: RoomState }) {
  const said = text[useLanguage()];
  const [entered, setEntered] = useState('');
  function send() {
    const trimmed = entered.trim();
    if (!trimmed) return;
    room.send(trimmed);
    setEntered('');
  }
  return (
    <form class="chat-write" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <textarea
        class="input"
        rows={1}
        maxLength={MOST_LETTERS}
        aria-label={said.write}
        placeholder={said.placeholder}
        value={entered}
        onInput={(event) => { setEntered(event.currentTarget.value); room.writes(); }}
        onKeyDown={(event) => {
          // Enter ends a Korean syllable first.
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
        }}
      />
      <button type="submit" class="button" aria-label={said.send} disabled={!entered.trim()}><Icon name="right" /></button>
    </form>
  );
}
