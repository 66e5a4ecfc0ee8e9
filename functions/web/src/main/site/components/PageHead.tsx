import type { ComponentChildren } from 'preact';

/** What a page is, and what one does there. */
export function PageHead({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="page-head">
      <h1>{title}</h1>
      {children && <p>{children}</p>}
    </div>
  );
}
