import { useEffect, useState } from 'preact/hooks';
import { confirmAccess, leave, myParties, resume, type MyParty, type PartyDetail } from '../../api/party.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Icon } from '../../components/Icon.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { dayOf } from '../../core/dates.ts';
import { useAction, useLanguage, useResource } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { go } from '../../core/navigation.ts';
import { text } from './words.ts';

/** What a member does: says that there is access, pays again, leaves. */
export function MemberTools({ party, reload }: { party: PartyDetail; reload: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const own = useResource(`my party ${party.partyId}`, async (signal) => (await myParties(signal)).find((one) => one.partyId === party.partyId) ?? null);
  const [leaving, setLeaving] = useState(false);
  const [ending, setEnding] = useState(false);
  useEffect(() => { if (own.value) setEnding(own.value.renews === false); }, [own.value]);
  const access = useAction(async () => { await confirmAccess(party.partyId); say(said.accessDone); own.reload(); });
  const again = useAction(async () => {
    const answer = await resume(party.partyId);
    say(answer.state === 'paid' ? said.resumed : said.resuming);
    own.reload();
    reload();
  });
  const atEnd = useAction(async () => {
    await leave(party.partyId, ending ? 'never' : 'month-end');
    setEnding(!ending);
    say(ending ? said.staying : said.leavingEnd);
    own.reload();
  });
  const paused = own.value?.membershipState === 'paused';
  return (
    <section class="panel tools">
      <h2 class="panel-title">{said.member}</h2>
      {own.value && <Dates own={own.value} />}
      {paused ? (
        <div class="notice-box" role="status">
          <b>{said.paused}</b>
          <p>{said.pausedLead}</p>
          <div class="actions">
            <button type="button" class="button small" aria-disabled={again.busy} onClick={() => void again.run()}>{said.payAgain}</button>
            <a class="button plain small" href="/party/card">{said.card}</a>
          </div>
          <Problem failure={again.failure} />
        </div>
      ) : (
        own.value && !own.value.accessOn && (
          <div class="notice-box">
            <p>{said.accessLead}</p>
            <div class="actions">
              <button type="button" class="button small" aria-disabled={access.busy} onClick={() => void access.run()}><Icon name="check" /> {said.access}</button>
              {party.seatType === 'profile' && <a class="button plain small" href={`/party/${party.partyId}?tab=login`}>{said.toLogIn}</a>}
            </div>
            <Problem failure={access.failure} />
          </div>
        )
      )}
      <div class="actions">
        <button type="button" class="button plain small" aria-disabled={atEnd.busy} onClick={() => void atEnd.run()}>{ending ? said.stay : said.leaveEnd}</button>
        <button type="button" class="button plain small" onClick={() => setLeaving(true)}>{said.leave}</button>
        <a class="button plain small" href="/party/card">{said.card}</a>
      </div>
      <Problem failure={atEnd.failure} />
      {leaving && (
        <Confirm
          title={said.leave}
          lead={said.leaveLead}
          button={said.leaveNow}
          onClose={() => setLeaving(false)}
          act={async () => {
            const { givenBack } = await leave(party.partyId, 'now');
            say(said.left(won(givenBack, language)));
            go('/my-parties');
          }}
        />
      )}
    </section>
  );
}

/** Until when, since when, and when again. */
function Dates({ own }: { own: MyParty }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <dl class="lines">
      {own.paidUntil && <div><dt>{said.dates.paid}</dt><dd>{said.before(dayOf(own.paidUntil, language))}</dd></div>}
      {own.accessOn && <div><dt>{said.dates.access}</dt><dd>{said.accessSaid(dayOf(own.accessOn, language))}</dd></div>}
      {!own.accessOn && own.accessBy && <div><dt>{said.dates.access}</dt><dd>{said.accessLater(dayOf(own.accessBy, language))}</dd></div>}
      {own.renewsOn && <div><dt>{said.dates.renews}</dt><dd>{dayOf(own.renewsOn, language)}</dd></div>}
      {own.renews === false && <div><dt>{said.dates.renews}</dt><dd>{said.noRenewal}</dd></div>}
    </dl>
  );
}
