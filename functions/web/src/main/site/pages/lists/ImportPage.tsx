import { useState } from 'preact/hooks';
import { importRatings, type ImportReport } from '../../api/member.ts';
import { Field, SelectField } from '../../components/Field.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Problem } from '../../components/Trouble.tsx';
import { Failure } from '../../core/failure.ts';
import { useAction, useLanguage, useTitle } from '../../core/hooks.ts';
import { tasteChanged } from '../../core/taste.ts';
import { text } from './words.ts';

const MOST_BYTES = 1_000_000;
const SCALES = [5, 10, 100];
const COUNTS = ['lines', 'matched', 'added', 'changed', 'kept', 'twice', 'withoutRating', 'unknown', 'ambiguous', 'invalid'] as const;

/** Ratings out of a file from elsewhere, and what came of each line. */
export default function ImportPage() {
  const said = text[useLanguage()];
  useTitle(said.importTitle);
  const [file, setFile] = useState<File | null>(null);
  const [existing, setExisting] = useState<'keep' | 'replace'>('keep');
  const [scale, setScale] = useState('');
  const [report, setReport] = useState<ImportReport | null>(null);
  const action = useAction(async () => {
    if (!file) return;
    if (file.size > MOST_BYTES) throw new Failure(413, 'BODY_TOO_LARGE', 'More than a megabyte');
    setReport(await importRatings(file, existing, scale));
    tasteChanged();
  });
  return (
    <div class="page slim">
      <PageHead title={said.importTitle}>{said.importLead}</PageHead>
      <form class="panel form" onSubmit={(event) => { event.preventDefault(); void action.run(); }}>
        <Field label={said.file} hint={said.fileHint} type="file" accept=".csv,.tsv,.txt,text/csv" required onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />
        <div class="pair">
          <SelectField label={said.existing} value={existing} onChange={(event) => setExisting(event.currentTarget.value as typeof existing)}>
            <option value="keep">{said.keep}</option>
            <option value="replace">{said.replace}</option>
          </SelectField>
          <SelectField label={said.scale} value={scale} onChange={(event) => setScale(event.currentTarget.value)}>
            <option value="">{said.detect}</option>
            {SCALES.map((points) => <option key={points} value={points}>{said.outOf(points)}</option>)}
          </SelectField>
        </div>
        <Problem failure={action.failure} />
        <button type="submit" class="button" aria-disabled={action.busy} disabled={!file}>{said.run}</button>
      </form>
      <div aria-live="polite">{report && <Report report={report} />}</div>
    </div>
  );
}

function Report({ report }: { report: ImportReport }) {
  const said = text[useLanguage()];
  const name = (line: { line: number; title: string; year?: number }) => `${said.line(line.line)}: ${line.title}${line.year ? ` (${line.year})` : ''}`;
  const lists: [string, string[]][] = [
    [said.unknown, report.unknownLines.map(name)],
    [said.ambiguous, report.ambiguousLines.map(name)],
    [said.invalid, report.invalidLines.map((line) => `${said.line(line.line)}: ${line.reason}`)],
  ];
  return (
    <section class="panel import-report">
      <h2 class="panel-title">{said.report}</h2>
      {report.again && <p class="quiet">{said.again}</p>}
      <dl class="figures">
        {COUNTS.filter((count) => (report[count] ?? 0) > 0).map((count) => <div key={count}><dt>{said.counts[count]}</dt><dd>{report[count]}</dd></div>)}
      </dl>
      {lists.filter(([, lines]) => lines.length > 0).map(([head, lines]) => (
        <details key={head}><summary>{head} ({lines.length})</summary><ul class="report-lines">{lines.map((line) => <li key={line}>{line}</li>)}</ul></details>
      ))}
      <a class="button white small" href="/lists?list=ratings">{said.toList}</a>
    </section>
  );
}
