import { reset } from '../../api/account.ts';
import { Field } from '../../components/Field.tsx';
import { useWords } from '../../core/hooks.ts';
import type { PageProps } from '../../core/pages.ts';
import { sessions } from '../../core/site.ts';
import { Link } from './Link.tsx';
import { text } from './words.ts';

export default function ResetPage({ hash }: PageProps) {
  const said = useWords(text);
  async function send({ password }: Record<string, string>) {
    await reset(hash, password!);
    sessions.set(null);
  }
  return (
    <Link said={said.reset} send={send}>
      <Field label={said.newPassword} name="password" type="password" autoComplete="new-password" required minLength={8} maxLength={128} hint={said.passwordHint} />
    </Link>
  );
}
