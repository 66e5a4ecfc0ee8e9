import { useState } from 'preact/hooks';
import * as desk from '../../api/desk.ts';
import type { SecurityEvent } from '../../api/member.ts';
import { Field } from '../../components/Field.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useAction, useLanguage } from '../../core/hooks.ts';
import { text } from './words.ts';

/** What happened to an account, and who is of us. */
export function People() {
  const language = useLanguage();
  const said = text[language];
  const [userId, setUserId] = useState('');
  const [events, setEvents] = useState<SecurityEvent[] | null>(null);
  const id = Number(userId);
  const giving = useAction(async (role: 'user' | 'admin') => { await desk.giveRole(id, role); say(said.done); });
  const looking = useAction(async () => { setEvents(await desk.eventsOf(id)); });
  return (
    <form class="panel form" onSubmit={(event) => { event.preventDefault(); void looking.run(); }}>
      <Field label={said.userId} type="number" min={1} required value={userId} onInput={(event) => { setUserId(event.currentTarget.value); setEvents(null); }} />
      <Problem failure={giving.failure ?? looking.failure} />
      <div class="actions">
        <button type="submit" class="button small" aria-disabled={looking.busy}>{said.events}</button>
        <button type="button" class="button plain small" disabled={!id} onClick={() => void giving.run('admin')}>{said.giveAdmin}</button>
        <button type="button" class="button plain small" disabled={!id} onClick={() => void giving.run('user')}>{said.giveUser}</button>
        {id > 0 && <a class="button plain small" href={`/desk?part=refunds&member=${id}`}>{said.paymentsOf}</a>}
      </div>
      {events?.length === 0 && <p class="quiet">{said.noEvents}</p>}
      {events && <ul class="rows">{events.map((event) => <li key={event.eventId}>{event.kind}<span class="small-text quiet">{event.device} · {ago(Date.parse(event.occurredAt), Date.now(), language)}</span></li>)}</ul>}
    </form>
  );
}
