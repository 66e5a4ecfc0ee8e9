import { useState } from 'preact/hooks';
import { eraseVault, saveVault, type Vault } from '../../api/inside.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { Field } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { Failure } from '../../core/failure.ts';
import { useAction, useLanguage } from '../../core/hooks.ts';
import { text } from './words.ts';

const LONGEST_ACCOUNT = 100;
const LONGEST_PASSWORD = 128;

/** Where a host stores the log-in, or erases it. */
export function HostLogIn({ partyId, vault, onSaved, onErased }: { partyId: number; vault: Vault; onSaved: (vault: Vault) => void; onErased: () => void }) {
  const said = text[useLanguage()];
  const [open, setOpen] = useState(false);
  const [erasing, setErasing] = useState(false);
  if (open) return <Entry partyId={partyId} stale={vault.stale} onSaved={(next) => { setOpen(false); onSaved(next); }} onBack={() => setOpen(false)} />;
  return (
    <div class="actions">
      <button type="button" class="button plain small" onClick={() => setOpen(true)}><Icon name="edit" /> {vault.stored ? said.edit : said.add}</button>
      {vault.stored && <button type="button" class="button plain small" onClick={() => setErasing(true)}><Icon name="trash" /> {said.erase}</button>}
      {erasing && (
        <Confirm
          title={said.erase}
          lead={said.eraseLead}
          button={said.erase}
          onClose={() => setErasing(false)}
          act={async () => { await eraseVault(partyId); setErasing(false); say(said.erased); onErased(); }}
        />
      )}
    </div>
  );
}

function Entry({ partyId, stale, onSaved, onBack }: { partyId: number; stale: boolean; onSaved: (vault: Vault) => void; onBack: () => void }) {
  const said = text[useLanguage()];
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [seen, setSeen] = useState(false);
  const [wrong, setWrong] = useState<'account' | 'password' | null>(null);
  const action = useAction(async () => {
    setWrong(null);
    try {
      onSaved(await saveVault(partyId, account, password));
      say(said.done);
    } catch (thrown) {
      const { code, field } = Failure.of(thrown);
      if (code !== 'INVALID_VALUE' || (field !== 'account' && field !== 'password')) throw thrown;
      setWrong(field);
    }
  });
  return (
    <form class="form" autoComplete="off" onSubmit={(event) => { event.preventDefault(); void action.run(); }}>
      <p class="quiet small-text">{said.formLead}</p>
      <Field label={said.account} required maxLength={LONGEST_ACCOUNT} autoComplete="off" autoCapitalize="none" spellcheck={false} value={account} onInput={(event) => setAccount(event.currentTarget.value)} wrong={wrong === 'account' ? said.accountWrong : null} />
      <Field label={said.password} type={seen ? 'text' : 'password'} required maxLength={LONGEST_PASSWORD} autoComplete="new-password" autoCapitalize="none" spellcheck={false} value={password} onInput={(event) => setPassword(event.currentTarget.value)} wrong={wrong === 'password' ? (stale ? said.same : said.passwordWrong) : null} />
      <label class="check"><input type="checkbox" checked={seen} onChange={(event) => setSeen(event.currentTarget.checked)} /> {said.show}</label>
      <Problem failure={action.failure} />
      <div class="actions">
        <button type="submit" class="button" aria-disabled={action.busy}>{said.save}</button>
        <button type="button" class="button plain" onClick={onBack}>{said.back}</button>
      </div>
    </form>
  );
}
