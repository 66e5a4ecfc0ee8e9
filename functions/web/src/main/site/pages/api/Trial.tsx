import { useState } from 'preact/hooks';
import { Field, SelectField, TextField } from '../../components/Field.tsx';
import { useAction, useLanguage, useSession } from '../../core/hooks.ts';
import type { Shown } from '../../core/http.ts';
import { http } from '../../core/site.ts';
import { address, firstBody, firstValue, headers, inLanguage, legible, placeholder, type Listed, type Operation, type Parameter } from './document.ts';
import { text } from './words.ts';

/** The form of an operation, its example filled in, and what came of sending it. */
export function Trial({ listed: { method, path, operation } }: { listed: Listed }) {
  const said = text[useLanguage()];
  const session = useSession();
  const parameters = operation.parameters ?? [];
  const begun = firstBody(operation);
  const [values, setValues] = useState<Record<string, string>>(() => Object.fromEntries(parameters.map((each) => [each.name, firstValue(each)])));
  const [body, setBody] = useState(begun?.text ?? '');
  const [file, setFile] = useState<Blob | null>(null);
  const [answer, setAnswer] = useState<Shown | null>(null);
  const action = useAction(async () => {
    const sent = !begun ? undefined : (file ?? (body.trim() || undefined));
    const about: Record<string, string> = begun && sent !== undefined ? { 'content-type': begun.type } : {};
    setAnswer(await http.show(method, address(path, parameters, values), sent, { ...about, ...headers(parameters, values) }));
  });
  return (
    <>
      <form class="form" onSubmit={(event) => { event.preventDefault(); void action.run(); }}>
        {parameters.map((each) => (
          <Entry key={each.name} parameter={each} value={values[each.name] ?? ''} change={(value) => setValues((all) => ({ ...all, [each.name]: value }))} />
        ))}
        {begun && (begun.type === 'application/octet-stream'
          ? <Field label={said.bodyFile} type="file" onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />
          : <TextField label={`${said.body} · ${begun.type}`} class="api-text" rows={Math.min(14, body.split('\n').length + 1)} spellcheck={false} value={body} onInput={(event) => setBody(event.currentTarget.value)} />)}
        <div class="api-send">
          <button type="submit" class="button small" disabled={action.busy}>{action.busy ? said.sending : said.send}</button>
          <span class="hint">{session ? said.asYou(session.nickname) : said.asNobody}</span>
        </div>
      </form>
      <div aria-live="polite">
        {answer && <Answer answer={answer} />}
        {action.failure && <p class="problem" role="alert">{said.offline}</p>}
      </div>
      <Answers operation={operation} />
    </>
  );
}

function Entry({ parameter, value, change }: { parameter: Parameter; value: string; change: (value: string) => void }) {
  const language = useLanguage();
  const label = `${parameter.name}${parameter.required ? '' : ' ?'}`;
  const hint = parameter.description && inLanguage(parameter.description, language);
  if (!parameter.schema.enum) {
    return <Field label={label} hint={hint} required={parameter.required} placeholder={placeholder(parameter)} value={value} onInput={(event) => change(event.currentTarget.value)} />;
  }
  return (
    <SelectField label={label} hint={hint} value={value} onChange={(event) => change(event.currentTarget.value)}>
      {!parameter.required && <option value="" />}
      {parameter.schema.enum.map((each) => <option key={each} value={each}>{each}</option>)}
    </SelectField>
  );
}

function Answer({ answer }: { answer: Shown }) {
  const said = text[useLanguage()];
  return (
    <section class="api-answer" data-status={answer.status}>
      <h3>{said.answer} {answer.status} <span class="hint">{answer.type} {said.bytes(answer.bytes)} · {answer.millis} ms</span></h3>
      {answer.text === '' ? <p class="hint">{said.noBody}</p> : <pre tabIndex={0}>{legible(answer.text)}</pre>}
    </section>
  );
}

/** What may come: the statuses, an example, and the codes of failures. */
function Answers({ operation }: { operation: Operation }) {
  const language = useLanguage();
  const said = text[language];
  return (
    <details class="api-answers">
      <summary>{said.answers}</summary>
      <dl>
        {Object.entries(operation.responses).map(([status, { description, content }]) => {
          const media = Object.values(content ?? {});
          const codes = media.flatMap((each) => Object.keys(each.examples ?? {})).filter((code) => code !== 'gateway');
          const example = media.find((each) => each.example !== undefined)?.example;
          return (
            <div key={status}>
              <dt>{status}</dt>
              <dd>
                {inLanguage(description, language)} {Object.keys(content ?? {}).join(', ')}
                {codes.length > 0 && <span class="api-codes">{codes.map((code) => <code key={code}>{code}</code>)}</span>}
                {example !== undefined && <pre tabIndex={0} aria-label={said.example}>{JSON.stringify(example, null, 2)}</pre>}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
