import { blocks, unblock } from '../../api/chat.ts';
import { devices, endAllDevices, endDevice, securityEvents, type SecurityEvent } from '../../api/member.ts';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded, Problem } from '../../components/Trouble.tsx';
import { ago, clock, date } from '../../core/dates.ts';
import { useAction, useLanguage, useResource } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import { sessions } from '../../core/site.ts';
import { text } from './words.ts';

export function DevicesPart() {
  const language = useLanguage();
  const said = text[language];
  const found = useResource('devices', devices);
  const ending = useAction(async (id: string) => { await endDevice(id); say(said.loggedOutThere); found.reload(); });
  const endingAll = useAction(async () => { await endAllDevices(); sessions.set(null); go('/'); });
  return (
    <section class="panel stack" id="devices">
      <h2 class="panel-title">{said.parts.devices}</h2>
      <Loaded resource={found} skeleton={<TextSkeleton lines={3} />}>
        {(all) => (
          <ul class="rows">
            {all.map((device) => (
              <li key={device.sessionId}>
                <span><b>{device.device}</b>{device.current && <span class="state state-open"> {said.here}</span>}<br /><span class="quiet small-text">{device.network} · {said.lastSeen(ago(Date.parse(device.lastSeenAt), Date.now(), language))}</span></span>
                {!device.current && <button type="button" class="button plain small" aria-disabled={ending.busy} onClick={() => void ending.run(device.sessionId)}>{said.logOutThere}</button>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Problem failure={ending.failure ?? endingAll.failure} />
      <div class="actions"><button type="button" class="button plain small" aria-disabled={endingAll.busy} onClick={() => void endingAll.run()}>{said.logOutAll}</button></div>
      <Events />
    </section>
  );
}

function Events() {
  const language = useLanguage();
  const said = text[language];
  const pages = usePages<SecurityEvent, number>('security events', async (before, signal) => {
    const page = await securityEvents(before, signal);
    return { items: page.events, next: page.next };
  });
  return (
    <details>
      <summary>{said.events}</summary>
      <ul class="rows">
        {pages.items?.map((event) => (
          <li key={event.eventId}>
            <span>{said.eventNames[event.kind] ?? event.kind}<br /><span class="small-text quiet">{[event.device, event.network].filter(Boolean).join(' · ')}</span></span>
            <time class="small-text quiet" dateTime={event.occurredAt}>{date(Date.parse(event.occurredAt), language)} {clock(Date.parse(event.occurredAt), language)}</time>
          </li>
        ))}
      </ul>
      <More pages={pages} />
    </details>
  );
}

export function BlocksPart() {
  const said = text[useLanguage()];
  const found = useResource('blocks', blocks);
  const freeing = useAction(async (userId: number) => { await unblock(userId); say(said.unblocked); found.reload(); });
  return (
    <section class="panel stack" id="blocks">
      <h2 class="panel-title">{said.parts.blocks}</h2>
      <Loaded resource={found} skeleton={<TextSkeleton lines={1} />}>
        {(all) => (all.length === 0 ? <p class="quiet">{said.noBlocks}</p> : (
          <ul class="rows">
            {all.map((one) => <li key={one.userId}><b>{one.nickname}</b><button type="button" class="button plain small" onClick={() => void freeing.run(one.userId)}>{said.unblock}</button></li>)}
          </ul>
        ))}
      </Loaded>
      <Problem failure={freeing.failure} />
    </section>
  );
}
