import { Icon } from '../../components/Icon.tsx';
import { useLanguage } from '../../core/hooks.ts';
import { timeOf, type Slot } from './slots.ts';
import { text } from './words.ts';

/** What is reserved, in order of time; one's own can be freed. */
export function Reserved({ slots, onCancel }: { slots: readonly Slot[]; onCancel: (slot: Slot) => void }) {
  const said = text[useLanguage()];
  return (
    <section class="panel">
      <h2 class="panel-title">{said.list}</h2>
      {slots.length === 0 && <p class="quiet">{said.none}</p>}
      <ol class="rows">
        {slots.map((slot) => {
          const time = `${timeOf(slot.from)}–${timeOf(slot.to)}`;
          return (
            <li key={slot.id} class={slot.own ? 'reserved own' : 'reserved'}>
              <span><b class="reserved-time">{time}</b> <span class="quiet">{slot.own ? said.you : slot.nickname ? said.by(slot.nickname) : said.gone} · {said.screen(slot.screen)}</span></span>
              {slot.own && <button type="button" class="button plain small" aria-label={said.cancelOf(time)} onClick={() => onCancel(slot)}><Icon name="trash" /> {said.cancel}</button>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
