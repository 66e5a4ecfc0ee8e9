import { useState } from 'preact/hooks';
import { deleteAccount, exported } from '../../api/member.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { today } from '../../core/dates.ts';
import { keep } from '../../core/files.ts';
import { useAction, useLanguage } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import { sessions } from '../../core/site.ts';
import { Proof } from './AccountPart.tsx';
import { text } from './words.ts';

/** Taking everything along, and leaving. */
export function DataPart({ hasPassword }: { hasPassword: boolean }) {
  const said = text[useLanguage()];
  const [leaving, setLeaving] = useState(false);
  const exporting = useAction(async () => {
    keep({ name: `take-with-ott-${today()}.json`, content: new Blob([JSON.stringify(await exported(), null, 2)], { type: 'application/json' }) });
    say(said.exported);
  });
  return (
    <>
      <section class="panel stack" id="data">
        <h2 class="panel-title">{said.parts.data}</h2>
        <p class="quiet">{said.exportLead}</p>
        <Problem failure={exporting.failure} />
        <div class="actions"><button type="button" class="button plain" aria-disabled={exporting.busy} onClick={() => void exporting.run()}>{said.export}</button></div>
      </section>
      <section class="panel stack danger">
        <h2 class="panel-title">{said.delete}</h2>
        <p class="quiet">{said.deleteLead}</p>
        <div class="actions"><button type="button" class="button danger-button" onClick={() => setLeaving(true)}>{said.delete}</button></div>
      </section>
      {leaving && (
        <Confirm
          title={said.deleteTitle}
          lead={said.deleteLead}
          button={said.deleteButton}
          onClose={() => setLeaving(false)}
          act={async ({ password, ratings }) => {
            await deleteAccount(password ?? '', ratings === 'erase' ? 'erase' : 'keep');
            sessions.set(null);
            say(said.gone);
            go('/', { replace: true });
          }}
        >
          <fieldset class="stack-small">
            <legend class="small-text quiet">{said.ratings}</legend>
            <label class="check"><input type="radio" name="ratings" value="keep" defaultChecked /> {said.keep}</label>
            <label class="check"><input type="radio" name="ratings" value="erase" /> {said.erase}</label>
          </fieldset>
          <Proof hasPassword={hasPassword} />
        </Confirm>
      )}
    </>
  );
}
