import { logIn } from '../../api/account.ts';
import { Field } from '../../components/Field.tsx';
import { say } from '../../components/Toasts.tsx';
import { useWords } from '../../core/hooks.ts';
import { go } from '../../core/navigation.ts';
import type { PageProps } from '../../core/pages.ts';
import { ownPath } from '../../core/route.ts';
import { linkWhatWaits } from './arrival.ts';
import { Form, Narrow, SocialButtons } from './parts.tsx';
import { text } from './words.ts';

export default function LogInPage({ query }: PageProps) {
  const said = useWords(text);
  const returnTo = ownPath(query.get('returnTo'));
  const socialError = query.get('socialError');

  async function send({ email, password }: Record<string, string>) {
    const session = await logIn({ email: email!, password: password! });
    if (await linkWhatWaits()) say(said.linked);
    go(session.picks < 3 ? '/pick' : returnTo, { replace: true });
  }

  return (
    <Narrow title={said.logIn.title}>
      {socialError && <p class="problem" role="alert">{said.social[socialError] ?? said.social.CODE_REFUSED}</p>}
      <Form button={said.logIn.button} send={send}>
        <Field label={said.email} name="email" type="email" autoComplete="username" inputMode="email" required defaultValue={query.get('email') ?? ''} />
        <Field label={said.password} name="password" type="password" autoComplete="current-password" required />
      </Form>
      <SocialButtons returnTo={returnTo} />
      <p class="narrow-more">
        <a class="link" href="/join">{said.logIn.other}</a>
        <a class="link" href="/forgot">{said.logIn.forgot}</a>
      </p>
    </Narrow>
  );
}
