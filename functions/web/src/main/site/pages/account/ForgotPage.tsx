import { useState } from 'preact/hooks';
import { forgot } from '../../api/account.ts';
import { Field } from '../../components/Field.tsx';
import { useWords } from '../../core/hooks.ts';
import { Form, Narrow } from './parts.tsx';
import { text } from './words.ts';

export default function ForgotPage() {
  const said = useWords(text);
  const [sent, setSent] = useState(false);
  if (sent) {
    return (
      <Narrow title={said.sent.title} lead={said.sent.lead}>
        <div class="actions"><a class="button" href="/login">{said.go}</a></div>
      </Narrow>
    );
  }
  return (
    <Narrow title={said.forgot.title} lead={said.forgot.lead}>
      <Form button={said.forgot.button} send={async ({ email }) => { await forgot(email!); setSent(true); }}>
        <Field label={said.email} name="email" type="email" autoComplete="username" inputMode="email" required />
      </Form>
    </Narrow>
  );
}
