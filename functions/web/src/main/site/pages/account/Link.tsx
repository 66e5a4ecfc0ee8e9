import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useSession, useWords } from '../../core/hooks.ts';
import { Form, Narrow } from './parts.tsx';
import { text } from './words.ts';

/**
 * What a link out of a mail leads to. Nothing happens by opening it, as programs that look into mails do: a person
 * has to press the button.
 */
export function Link({ said, send, children, more }: {
  said: { title: string; button: string; done: string; after: string };
  send: (entered: Record<string, string>) => Promise<void>;
  children?: ComponentChildren;
  more?: ComponentChildren;
}) {
  const common = useWords(text);
  const session = useSession();
  const [done, setDone] = useState(false);
  if (!done) {
    return (
      <Narrow title={said.title}>
        <Form button={said.button} send={async (entered) => { await send(entered); setDone(true); }}>{children}</Form>
      </Narrow>
    );
  }
  return (
    <Narrow title={said.done} lead={said.after}>
      <div class="actions">
        {more ?? (session ? <a class="button" href="/">{common.home}</a> : <a class="button" href="/login">{common.go}</a>)}
      </div>
    </Narrow>
  );
}
