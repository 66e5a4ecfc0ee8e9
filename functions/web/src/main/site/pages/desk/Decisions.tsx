import * as desk from '../../api/desk.ts';
import type { DeskAction } from '../../api/desk.ts';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { clock, date } from '../../core/dates.ts';
import { useLanguage } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { Fees } from './Fees.tsx';
import { Nothing } from './Waiting.tsx';
import { text } from './words.ts';

/** What was decided about money, by whom; nothing of it is ever changed. */
export function Decisions() {
  const language = useLanguage();
  const said = text[language];
  const pages = usePages<DeskAction, number>('desk actions', async (after, signal) => { const page = await desk.actions(after, signal); return { items: page.actions, next: page.next }; });
  return (
    <div class="desk-columns">
      <div class="stack">
        <h3 class="desk-head">{said.decided}</h3>
        {pages.failure && !pages.items && <Trouble failure={pages.failure} retry={pages.reload} />}
        {!pages.items && !pages.failure && <div class="panel"><TextSkeleton lines={6} /></div>}
        {pages.items?.length === 0 && <Nothing />}
        {!!pages.items?.length && (
          <ul class="panel desk-rows">
            {pages.items.map((one) => (
              <li key={one.actionId} class="desk-row">
                <span>
                  <b>{said.actions[one.action] ?? one.action}</b>
                  <small class="quiet">{said.byWhom(one.actorId)} · {said.party(one.partyId)} · {date(Date.parse(one.at), language)} {clock(Date.parse(one.at), language)}</small>
                  {one.text && <span class="plain-text">{one.text}</span>}
                </span>
                <b class="desk-amount">{won(one.amount, language)}</b>
              </li>
            ))}
          </ul>
        )}
        <More pages={pages} />
      </div>
      <Fees />
    </div>
  );
}
