import { useState } from 'preact/hooks';
import { Field } from '../../components/Field.tsx';
import { TextSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { http } from '../../core/site.ts';
import { audience, groups, inLanguage, type ApiDocument, type Listed } from './document.ts';
import { Trial } from './Trial.tsx';
import { text } from './words.ts';

const DOCUMENT = '/openapi.json';

/** Every operation of the API, and a form to try each. */
export default function ApiPage() {
  const language = useLanguage();
  const said = text[language];
  const [words, setWords] = useState('');
  const found = useResource('api', (signal) => http.get<ApiDocument>(DOCUMENT, { signal }));
  useTitle(said.title);
  return (
    <div class="page slim api">
      <div class="page-head">
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
        <p><a href={DOCUMENT} target="_blank" rel="noopener">{said.file}</a></p>
      </div>
      <Loaded resource={found} skeleton={<TextSkeleton />}>
        {(document) => {
          const shown = groups(document, words);
          return (
            <>
              <p class="api-about"><WithCode text={document.info.description.split('\n\n')[language === 'en' ? 1 : 0] ?? ''} /></p>
              <Field label={said.find} hint={said.findHint} type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
              {shown.length === 0 && <p role="status">{said.nothing}</p>}
              {shown.map((group) => (
                <section key={group.name} class="api-group">
                  <h2>{inLanguage(group.description, language)}</h2>
                  {group.operations.map((each) => <Entry key={each.operation.operationId} listed={each} />)}
                </section>
              ))}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

/** One line of the list, and what it opens to. */
function Entry({ listed }: { listed: Listed }) {
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { method, path, operation } = listed;
  return (
    <details class="api-entry" id={operation.operationId} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="api-method" data-method={method}>{method}</span>
        <span class="api-path">{path}</span>
        <span class="api-summary">{inLanguage(operation.summary, language)}</span>
      </summary>
      {open && (
        <div class="api-inside">
          <p class="hint">{text[language][audience(operation)]}</p>
          {operation.description && <p lang="en"><WithCode text={operation.description} /></p>}
          <Trial listed={listed} />
        </div>
      )}
    </details>
  );
}

/** A text in which code stands between backticks. */
function WithCode({ text: words }: { text: string }) {
  return <>{words.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part))}</>;
}
