import { changeEmail } from '../../api/account.ts';
import { useWords } from '../../core/hooks.ts';
import type { PageProps } from '../../core/pages.ts';
import { Link } from './Link.tsx';
import { text } from './words.ts';

export default function ChangeEmailPage({ hash }: PageProps) {
  return <Link said={useWords(text).change} send={async () => { await changeEmail(hash); }} />;
}
