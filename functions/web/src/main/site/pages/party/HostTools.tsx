import { useState } from 'preact/hooks';
import { close, move, takeOver, type PartyDetail } from '../../api/party.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { useAction, useLanguage } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import { text } from './words.ts';

export function HostTools({ party, reload }: { party: PartyDetail; reload: () => void }) {
  const said = text[useLanguage()];
  const [closing, setClosing] = useState(false);
  const moving = useAction(async () => {
    await move(party.partyId, party.state === 'open' ? 'paused' : 'open');
    say(said.moved);
    reload();
  });
  return (
    <section class="panel tools">
      <h2 class="panel-title">{said.hostHead}</h2>
      {party.inviteCode && <p>{said.invite}: <code class="code">{party.inviteCode}</code></p>}
      {party.state !== 'closed' && (
        <div class="actions">
          <button type="button" class="button plain small" aria-disabled={moving.busy} onClick={() => void moving.run()}>{party.state === 'open' ? said.pause : said.reopen}</button>
          <button type="button" class="button plain small" onClick={() => setClosing(true)}>{said.close}</button>
        </div>
      )}
      <Problem failure={moving.failure} />
      {closing && (
        <Confirm
          title={said.close}
          lead={said.closeLead}
          button={said.close}
          onClose={() => setClosing(false)}
          act={async () => { await close(party.partyId); say(said.closed); go('/my-parties'); }}
        />
      )}
    </section>
  );
}

/** Somebody is asked to take the party over. */
HostTools.Offered = function Offered({ party, reload }: { party: PartyDetail; reload: () => void }) {
  const said = text[useLanguage()];
  const taking = useAction(async () => { await takeOver(party.partyId); say(said.tookOver); reload(); });
  return (
    <section class="panel notice-box">
      <h2 class="panel-title">{said.offeredHead}</h2>
      <p>{said.offeredLead}</p>
      <button type="button" class="button small" aria-disabled={taking.busy} onClick={() => void taking.run()}>{said.takeOver}</button>
      <Problem failure={taking.failure} />
    </section>
  );
};
