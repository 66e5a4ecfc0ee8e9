import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface Common {
  label: string;
  hint?: ComponentChildren;
  /** What is wrong with what was entered; announced with the field. */
  wrong?: string | null;
}

/** An input with its label, a hint and what is wrong with it, tied together for readers. */
export function Field({ label, hint, wrong, ...input }: Common & JSX.IntrinsicElements['input']) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} aria-describedby={hint || wrong ? `${id}-said` : undefined} aria-invalid={wrong ? 'true' : undefined} {...input} />
      <Said id={`${id}-said`} hint={hint} wrong={wrong} />
    </div>
  );
}

export function TextField({ label, hint, wrong, ...area }: Common & JSX.IntrinsicElements['textarea']) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} aria-describedby={hint || wrong ? `${id}-said` : undefined} aria-invalid={wrong ? 'true' : undefined} {...area} />
      <Said id={`${id}-said`} hint={hint} wrong={wrong} />
    </div>
  );
}

export function SelectField({ label, hint, wrong, children, ...select }: Common & JSX.IntrinsicElements['select']) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} aria-describedby={hint || wrong ? `${id}-said` : undefined} {...select}>{children}</select>
      <Said id={`${id}-said`} hint={hint} wrong={wrong} />
    </div>
  );
}

function Said({ id, hint, wrong }: { id: string; hint?: ComponentChildren; wrong?: string | null }) {
  if (!hint && !wrong) return null;
  return <div id={id}>{wrong ? <span class="wrong" role="alert">{wrong}</span> : <span class="hint">{hint}</span>}</div>;
}
