import { useState } from 'preact/hooks';
import * as desk from '../../api/desk.ts';
import type { Claim } from '../../api/party.ts';
import { TextField } from '../../components/Field.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { useAction, useLanguage } from '../../core/hooks.ts';
import { won } from '../../core/language.ts';
import { text as party } from '../party/words.ts';
import { Waiting } from './Waiting.tsx';
import { text } from './words.ts';

/** Problems on which host and member disagree. */
export function ClaimsToDecide() {
  return <Waiting<Claim> name="claims" keyOf={(claim) => claim.claimId} load={async (after, signal) => { const page = await desk.claimsToDecide(after, signal); return { items: page.claims, next: page.next }; }} show={(claim, done) => <ClaimShown claim={claim} done={done} />} />;
}

function ClaimShown({ claim, done }: { claim: Claim; done: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const shared = party[language];
  const [why, setWhy] = useState('');
  const deciding = useAction(async (uphold: boolean) => { await desk.decideClaim(claim.claimId, uphold, why); done(); });
  return (
    <form class="form" onSubmit={(event) => { event.preventDefault(); void deciding.run(true); }}>
      <p><b>{shared.claimKinds[claim.kind]}</b> <span class="quiet small-text">{shared.stake(won(claim.stake, language))} · {shared.claimStates[claim.state]}</span></p>
      <p class="plain-text">{claim.evidence}</p>
      {claim.answer && <p class="plain-text quiet">{shared.theirAnswer}: {claim.answer}</p>}
      {claim.needsTwo && <p class="small-text quiet">{claim.proposed === undefined ? said.needsTwo : said.proposed(claim.proposed)}</p>}
      <TextField label={said.text} required rows={2} maxLength={2000} value={why} onInput={(event) => setWhy(event.currentTarget.value)} />
      <Problem failure={deciding.failure} />
      <div class="actions">
        <button type="submit" class="button small" aria-disabled={deciding.busy}>{said.uphold}</button>
        <button type="button" class="button plain small" aria-disabled={deciding.busy} disabled={!why.trim()} onClick={() => void deciding.run(false)}>{said.reject}</button>
      </div>
    </form>
  );
}
