import { useEffect, useState } from 'preact/hooks';
import * as desk from '../../api/desk.ts';
import type { ImportRun } from '../../api/desk.ts';
import { SelectField } from '../../components/Field.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded, Problem } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useAction, useLanguage, useResource } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import { ImportReport } from './ImportReport.tsx';
import { Nothing } from './Waiting.tsx';
import { text } from './importWords.ts';

const LOOK_AGAIN_MILLIS = 3_000;

const isOpen = (run: ImportRun) => run.state === 'asked' || run.state === 'running';

/** Runs of the import from TMDB: those that were, and a new one. */
export function Imports({ query }: { query: URLSearchParams }) {
  const run = Number(query.get('run'));
  return run > 0 ? <ImportReport runId={run} state={query.get('state') ?? ''} /> : <Runs />;
}

function Runs() {
  const said = text[useLanguage()];
  const runs = useResource('desk imports', desk.importRuns);
  const open = runs.value?.some(isOpen) ?? false;
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(runs.reload, LOOK_AGAIN_MILLIS);
    return () => clearTimeout(timer);
  }, [open, runs.value]);
  return (
    <div class="desk-columns">
      <div class="stack">
        <h3 class="desk-head">{said.runs}</h3>
        <Loaded resource={runs} skeleton={<div class="panel"><TextSkeleton lines={6} /></div>}>
          {(all) => (all.length === 0 ? <Nothing /> : <ul class="panel desk-rows">{all.map((run) => <Run key={run.runId} run={run} />)}</ul>)}
        </Loaded>
      </div>
      <Start open={open} />
    </div>
  );
}

function Run({ run }: { run: ImportRun }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <li>
      <a class="desk-row" href={`/desk?part=imports&run=${run.runId}`}>
        <span>
          <b>{said.run(run.runId)} · {said.modes[run.mode]}{run.dry && ` · ${said.dryRun}`}</b>
          <small class="quiet">{ago(run.askedMillis, Date.now(), language)} · {said.summary(run.added, run.changed, run.failed)}{isOpen(run) && ` · ${said.left(run.waiting)}`}</small>
        </span>
        <span class={run.state === 'done' ? 'state state-open' : 'state'}>{said.states[run.state]}</span>
      </a>
    </li>
  );
}

function Start({ open }: { open: boolean }) {
  const said = text[useLanguage()];
  const [mode, setMode] = useState<'incremental' | 'full'>('incremental');
  const [dry, setDry] = useState(true);
  const starting = useAction(async () => {
    const started = await desk.startImport(mode, dry);
    go(`/desk?part=imports&run=${started.runId}`);
  });
  return (
    <div class="stack">
      <h3 class="desk-head">{said.start}</h3>
      <form class="panel form" onSubmit={(event) => { event.preventDefault(); void starting.run(); }}>
        <SelectField label={said.mode} hint={said.modeHints[mode]} value={mode} onChange={(event) => setMode(event.currentTarget.value as typeof mode)}>
          <option value="incremental">{said.modes.incremental}</option>
          <option value="full">{said.modes.full}</option>
        </SelectField>
        <label class="check"><input type="checkbox" checked={dry} onChange={(event) => setDry(event.currentTarget.checked)} /> {said.dry}</label>
        <Problem failure={starting.failure} />
        <button type="submit" class="button" aria-disabled={starting.busy} disabled={open}>{said.start}</button>
        {open && <p class="small-text quiet">{said.oneAtATime}</p>}
      </form>
    </div>
  );
}
