import { useState } from 'preact/hooks';
import { feesOf } from '../../api/desk.ts';
import { SelectField } from '../../components/Field.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { keep } from '../../core/files.ts';
import { useAction, useLanguage } from '../../core/hooks.ts';
import { text } from './words.ts';

const FIRST_YEAR = 2026;

/** Our own fees of a year, for taxes. */
export function Fees() {
  const said = text[useLanguage()];
  const last = new Date().getFullYear();
  const [year, setYear] = useState(last);
  const years = Array.from({ length: Math.max(1, last - FIRST_YEAR + 1) }, (_, index) => last - index);
  const saving = useAction(async () => keep(await feesOf(year)));
  return (
    <div class="stack">
      <h3 class="desk-head">{said.fees}</h3>
      <form class="panel form" onSubmit={(event) => { event.preventDefault(); void saving.run(); }}>
        <p class="quiet small-text">{said.feesLead}</p>
        <SelectField label={said.year} value={year} onChange={(event) => setYear(Number(event.currentTarget.value))}>
          {years.map((one) => <option key={one} value={one}>{one}</option>)}
        </SelectField>
        <Problem failure={saving.failure} />
        <button type="submit" class="button plain" aria-disabled={saving.busy}>{said.download}</button>
      </form>
    </div>
  );
}
