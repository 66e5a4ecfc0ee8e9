import { useState } from 'preact/hooks';
import * as desk from '../../api/desk.ts';
import type { LineSuggestion } from '../../api/desk.ts';
import { Confirm } from '../../components/Confirm.tsx';
import { SelectField } from '../../components/Field.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useAction, useLanguage } from '../../core/hooks.ts';
import { Waiting } from './Waiting.tsx';
import { text } from './words.ts';

/** Famous lines that somebody suggested. */
export function Lines() {
  return <Waiting<LineSuggestion> name="lines" keyOf={(line) => line.suggestionId} load={async (after, signal) => { const page = await desk.suggestions(after, signal); return { items: page.suggestions, next: page.next }; }} show={(line, done) => <Line line={line} done={done} />} />;
}

function Line({ line, done }: { line: LineSuggestion; done: () => void }) {
  const language = useLanguage();
  const said = text[language];
  const [refusing, setRefusing] = useState(false);
  const accepting = useAction(async () => { await desk.acceptLine(line.suggestionId); done(); });
  return (
    <>
      <p><a class="link" href={`/title/${line.titleId}`} data-dialog="">{line.title}</a> <span class="small-text quiet">{ago(line.suggestedMillis, Date.now(), language)}</span></p>
      <blockquote>“{line.line}”{line.speaker && <span class="quiet"> — {line.speaker}</span>}</blockquote>
      <Problem failure={accepting.failure} />
      <div class="actions">
        <button type="button" class="button small" aria-disabled={accepting.busy} onClick={() => void accepting.run()}>{said.accept}</button>
        <button type="button" class="button plain small" onClick={() => setRefusing(true)}>{said.refuse}</button>
      </div>
      {refusing && (
        <Confirm title={said.refuse} button={said.refuse} onClose={() => setRefusing(false)} act={async ({ reason }) => { await desk.refuseLine(line.suggestionId, reason!); setRefusing(false); done(); }}>
          <SelectField label={said.reason} name="reason">{Object.entries(said.refusals).map(([reason, name]) => <option key={reason} value={reason}>{name}</option>)}</SelectField>
        </Confirm>
      )}
    </>
  );
}
