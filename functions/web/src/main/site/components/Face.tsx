import type { Author } from '../api/community.ts';
import { useWords } from '../core/hooks.ts';
import { words } from '../core/language.ts';

const text = words({ gone: '떠난 회원' }, { gone: 'Somebody who left' });

/** Who wrote something, with a way to their page. */
export function Face({ author }: { author: Author }) {
  const said = useWords(text);
  if (author.gone || author.userId === undefined) return <span class="face"><span class="face-none" aria-hidden="true" />{said.gone}</span>;
  return (
    <a class="face" href={`/member/${author.userId}`}>
      <img src={author.picture?.small ?? `/users/${author.userId}/picture`} alt="" width={36} height={36} loading="lazy" />
      {author.nickname}
    </a>
  );
}
