import { useRef } from 'preact/hooks';
import { join, type PartyDetail } from '../../api/party.ts';
import { Icon } from '../../components/Icon.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { useAction, useLanguage, useLocation, useSession } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { go } from '../../core/navigation.ts';
import { http } from '../../core/site.ts';
import { pay } from './window.ts';
import { text } from './words.ts';

/** Locks a seat and leaves for the pay window; nothing is paid before one agrees there. */
export function JoinBox({ party, code, reload }: { party: PartyDetail; code: string | null; reload: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const session = useSession();
  const { address } = useLocation();
  const key = useRef(http.newKey());
  const locked = party.seats.some((seat) => seat.own && seat.state === 'locked');
  const back = `/party/${party.partyId}/paid`;
  const action = useAction(async () => {
    try {
      const order = await join(party.partyId, code, key.current);
      if (order.window) await pay(order.window, back);
      else go(`${back}?order_id=${order.orderId}`);
    } catch (thrown) {
      // A seat that is lost stays lost under this key.
      key.current = http.newKey();
      reload();
      throw thrown;
    }
  });
  if (party.state !== 'open' || (!party.hasFreeSeat && !locked)) return <section class="panel"><p class="quiet">{said.closedNote}</p></section>;
  return (
    <section class="panel join-box">
      {session ? (
        <>
          <button type="button" class="button wide" aria-disabled={action.busy} onClick={() => void action.run()}>
            <Icon name="lock" /> {action.busy ? said.toPay : locked ? said.resumePay : said.join(won(party.monthly.total, language))}
          </button>
          <p class="small-text quiet">{said.joinNote}</p>
          <Problem failure={action.failure} />
        </>
      ) : (
        <a class="button wide" href={`/login?returnTo=${encodeURIComponent(address)}`}>{said.logIn}</a>
      )}
    </section>
  );
}
