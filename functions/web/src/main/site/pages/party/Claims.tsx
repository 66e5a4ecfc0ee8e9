import { useState } from 'preact/hooks';
import { answerClaim, claims as load, openClaim, withdrawClaim, type Claim } from '../../api/party.ts';
import { SelectField, TextField } from '../../components/Field.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Loaded, Problem } from '../../components/Trouble.tsx';
import { clock, date } from '../../core/dates.ts';
import { useAction, useLanguage, useResource } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { text } from './words.ts';

const MOST_LETTERS = 2000;

/** Claims of members, and what a host answers. */
export function Claims({ partyId, host }: { partyId: number; host: boolean }) {
  const said = text[useLanguage()];
  const found = useResource(`claims ${partyId}`, (signal) => load(partyId, signal));
  return (
    <div class="stack">
      {!host && <Opening partyId={partyId} onOpened={found.reload} />}
      <Loaded resource={found} skeleton={<div class="panel"><TextSkeleton lines={4} /></div>}>
        {(all) => (all.length === 0 ? <p class="quiet">{said.noClaims}</p> : <ul class="stack">{all.map((claim) => <li key={claim.claimId}><Shown claim={claim} host={host} reload={found.reload} /></li>)}</ul>)}
      </Loaded>
    </div>
  );
}

function Opening({ partyId, onOpened }: { partyId: number; onOpened: () => void }) {
  const said = text[useLanguage()];
  const [evidence, setEvidence] = useState('');
  const [kind, setKind] = useState<'NO_ACCESS' | 'ACCESS_LOST'>('NO_ACCESS');
  const action = useAction(async () => {
    await openClaim(partyId, kind, evidence);
    setEvidence('');
    say(said.claimed);
    onOpened();
  });
  return (
    <form class="panel form" onSubmit={(event) => { event.preventDefault(); void action.run(); }}>
      <h2 class="panel-title">{said.claimHead}</h2>
      <p class="quiet">{said.claimLead}</p>
      <SelectField label={said.claimKind} value={kind} onChange={(event) => setKind(event.currentTarget.value as typeof kind)}>
        <option value="NO_ACCESS">{said.claimKinds.NO_ACCESS}</option>
        <option value="ACCESS_LOST">{said.claimKinds.ACCESS_LOST}</option>
      </SelectField>
      <TextField label={said.evidence} hint={said.evidenceHint} required rows={4} maxLength={MOST_LETTERS} value={evidence} onInput={(event) => setEvidence(event.currentTarget.value)} />
      <Problem failure={action.failure} />
      <div class="actions"><button type="submit" class="button" aria-disabled={action.busy}>{said.claimSend}</button></div>
    </form>
  );
}

const STANDS_OPEN = ['open', 'escalated', 'proposed'];

function Shown({ claim, host, reload }: { claim: Claim; host: boolean; reload: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const [why, setWhy] = useState('');
  const answering = useAction(async (agree: boolean) => { await answerClaim(claim.claimId, agree, why); say(said.answered); reload(); });
  const withdrawing = useAction(async () => { await withdrawClaim(claim.claimId); reload(); });
  const by = Date.parse(claim.answerBy);
  return (
    <article class="panel stack-small">
      <p class="ledger-head"><b>{said.claimKinds[claim.kind]}</b><span class="state">{said.claimStates[claim.state]}</span></p>
      <p class="plain-text">{claim.evidence}</p>
      <p class="small-text quiet">{said.stake(won(claim.stake, language))}{claim.state === 'open' && ` · ${said.answerBy(`${date(by, language)} ${clock(by, language)}`)}`}</p>
      {claim.answer && <p><b class="small-text">{said.theirAnswer}</b><br /><span class="plain-text">{claim.answer}</span></p>}
      {claim.decision && <p><b class="small-text">{said.decision}</b><br /><span class="plain-text">{claim.decision}</span></p>}
      {host && claim.state === 'open' && (
        <form class="form" onSubmit={(event) => { event.preventDefault(); void answering.run(false); }}>
          <TextField label={said.yourAnswer} required rows={3} maxLength={MOST_LETTERS} value={why} onInput={(event) => setWhy(event.currentTarget.value)} />
          <Problem failure={answering.failure} />
          <div class="actions">
            <button type="button" class="button small" aria-disabled={answering.busy} onClick={() => void answering.run(true)}>{said.agree}</button>
            <button type="submit" class="button plain small" aria-disabled={answering.busy}>{said.disagree}</button>
          </div>
        </form>
      )}
      {!host && STANDS_OPEN.includes(claim.state) && (
        <div class="actions">
          <button type="button" class="button plain small" aria-disabled={withdrawing.busy} onClick={() => void withdrawing.run()}>{said.withdraw}</button>
          <Problem failure={withdrawing.failure} />
        </div>
      )}
    </article>
  );
}
