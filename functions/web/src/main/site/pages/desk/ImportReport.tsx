import { useEffect } from 'preact/hooks';
import * as desk from '../../api/desk.ts';
import type { ImportedTitle, ImportRun } from '../../api/desk.ts';
import { More, usePages } from '../../components/More.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded, Trouble } from '../../components/Trouble.tsx';
import { ago } from '../../core/dates.ts';
import { useLanguage, useResource } from '../../core/hooks.ts';
import { Nothing } from './Waiting.tsx';
import { text } from './importWords.ts';

const STATES = ['', 'added', 'changed', 'vanished', 'refused', 'failed'] as const;
const COUNTS = ['added', 'changed', 'unchanged', 'vanished', 'absent', 'refused', 'failed', 'waiting'] as const;
const LOOK_AGAIN_MILLIS = 3_000;

/** What a run did, and what came of each title. */
export function ImportReport({ runId, state }: { runId: number; state: string }) {
  const said = text[useLanguage()];
  const run = useResource(`desk import ${runId}`, (signal) => desk.importReport(runId, null, null, signal).then((report) => report.run));
  const open = run.value?.state === 'asked' || run.value?.state === 'running';
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(run.reload, LOOK_AGAIN_MILLIS);
    return () => clearTimeout(timer);
  }, [open, run.value]);
  return (
    <div class="stack">
      <p><a class="link" href="/desk?part=imports">← {said.runs}</a></p>
      <Loaded resource={run} skeleton={<div class="panel"><TextSkeleton lines={6} /></div>}>
        {(value) => (
          <>
            <Figures run={value} />
            <Titles runId={runId} wanted={STATES.find((one) => one === state) ?? ''} round={value.state} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Figures({ run }: { run: ImportRun }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <section class="panel stack-small">
      <div class="desk-line">
        <h3 class="panel-title">{said.run(run.runId)} · {said.modes[run.mode]}{run.dry && ` · ${said.dryRun}`}</h3>
        <span class={run.state === 'done' ? 'state state-open' : 'state'} role="status">{said.states[run.state]}</span>
      </div>
      {run.reason && <p>{said.why}: {run.reason}</p>}
      {run.dry && <p class="quiet">{said.dryLead}</p>}
      <dl class="figures">{COUNTS.filter((one) => run[one] > 0 || one === 'added').map((one) => <div key={one}><dt>{said.counts[one]}</dt><dd>{run[one].toLocaleString('en-US')}</dd></div>)}</dl>
      <p class="small-text quiet">{ago(run.askedMillis, Date.now(), language)} · {said.effort(run.invocations, run.calls, run.throttled, run.repeated)}{run.pagesFailed > 0 && ` · ${said.pagesFailed(run.pagesFailed)}`}</p>
    </section>
  );
}

function Titles({ runId, wanted, round }: { runId: number; wanted: string; round: string }) {
  const said = text[useLanguage()];
  const pages = usePages<ImportedTitle, string>(`desk import ${runId} ${wanted} ${round}`, async (after, signal) => {
    const report = await desk.importReport(runId, wanted || null, after, signal);
    return { items: report.run.titles, next: report.next };
  });
  return (
    <>
      <nav class="chips" aria-label={said.titles}>
        {STATES.map((one) => <a key={one} class="chip" href={`/desk?part=imports&run=${runId}${one && `&state=${one}`}`} aria-current={one === wanted ? 'true' : undefined}>{said.titleStates[one || 'any']}</a>)}
      </nav>
      {pages.failure && !pages.items && <Trouble failure={pages.failure} retry={pages.reload} />}
      {!pages.items && !pages.failure && <div class="panel"><TextSkeleton lines={6} /></div>}
      {pages.items?.length === 0 && <Nothing />}
      {!!pages.items?.length && (
        <ul class="panel desk-rows">
          {pages.items.map((title) => (
            <li key={`${title.kind} ${title.tmdbId}`} class="desk-row">
              <span>
                {title.titleId ? <a class="link" href={`/title/${title.titleId}`} data-dialog=""><b>{title.title ?? title.tmdbId}</b></a> : <b>{title.title ?? title.tmdbId}</b>}
                <small class="quiet">{said.kinds[title.kind]} · TMDB {title.tmdbId}{title.fields && ` · ${title.fields}`}</small>
                {title.reason && <span>{title.reason}</span>}
              </span>
              <span class="state">{said.titleStates[title.state] ?? title.state}</span>
            </li>
          ))}
        </ul>
      )}
      <More pages={pages} />
    </>
  );
}
