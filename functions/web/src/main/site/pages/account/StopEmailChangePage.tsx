import { stopEmailChange } from '../../api/account.ts';
import { useWords } from '../../core/hooks.ts';
import type { PageProps } from '../../core/pages.ts';
import { sessions } from '../../core/site.ts';
import { Link } from './Link.tsx';
import { text } from './words.ts';

export default function StopEmailChangePage({ hash }: PageProps) {
  const said = useWords(text);
  async function send() {
    await stopEmailChange(hash);
    sessions.set(null);
  }
  return <Link said={said.stop} send={send} more={<a class="button" href="/forgot">{said.forgot.button}</a>} />;
}
