import { verify } from '../../api/account.ts';
import { useWords } from '../../core/hooks.ts';
import type { PageProps } from '../../core/pages.ts';
import { Link } from './Link.tsx';
import { text } from './words.ts';

export default function VerifyPage({ hash }: PageProps) {
  return <Link said={useWords(text).verify} send={async () => { await verify(hash); }} />;
}
