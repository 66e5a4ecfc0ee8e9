import type { Mine } from '../../api/catalog.ts';
import { dismiss, react, watched, wish } from '../../api/member.ts';
import { Icon } from '../../components/Icon.tsx';
import { say } from '../../components/Toasts.tsx';
import { Failure } from '../../core/failure.ts';
import { useLanguage } from '../../core/hooks.ts';
import { tasteChanged } from '../../core/taste.ts';
import { text } from './words.ts';

const NOTHING_YET: Pick<Mine, 'wished' | 'watched' | 'dismissed' | 'reaction'> = { wished: false, watched: 0, dismissed: false };

/**
 * What a member says of a title besides stars. Shown at once, and taken back if it does not arrive; until it is known
 * what they have said before, the buttons hold their place.
 */
export function Opinion({ titleId, own: known, onChange }: { titleId: number; own: Mine | null; onChange: (own: Partial<Mine>) => void }) {
  const said = text[useLanguage()];
  const own = known ?? NOTHING_YET;
  async function change(next: Partial<Mine>, before: Partial<Mine>, send: () => Promise<unknown>, tells: boolean, saying: string | null, undo?: () => void) {
    onChange(next);
    try {
      await send();
      if (tells) tasteChanged();
      if (saying) say(saying, undo && { name: said.undo, run: undo });
    } catch (thrown) {
      onChange(before);
      say(Failure.of(thrown), { name: said.again, run: () => void change(next, before, send, tells, saying, undo) });
    }
  }
  const wished = (value: boolean): void =>
    void change({ wished: value }, { wished: !value }, () => wish(titleId, value), false, value ? said.wished : said.unwished, () => wished(!value));
  const dismissed = (value: boolean): void =>
    void change({ dismissed: value }, { dismissed: !value }, () => dismiss(titleId, value), true, value ? said.dismissed : said.undismissed, () => dismissed(!value));
  const reacted = (value: 'like' | 'dislike') => {
    const next = own.reaction === value ? undefined : value;
    void change({ reaction: next }, { reaction: own.reaction }, () => react(titleId, next ?? null), true, null);
  };
  return (
    <div class="opinion" role="group" aria-label={said.opinion} inert={!known}>
      <button type="button" aria-pressed={own.wished} onClick={() => wished(!own.wished)}><Icon name={own.wished ? 'check' : 'plus'} /> {said.wish}</button>
      <button type="button" aria-pressed={own.watched > 0} onClick={() => void change({ watched: own.watched + 1 }, { watched: own.watched }, () => watched(titleId), true, said.watchedSaid)}><Icon name="eye" /> {said.watched}</button>
      <button type="button" aria-pressed={own.reaction === 'like'} onClick={() => reacted('like')}><Icon name="heart" filled={own.reaction === 'like'} /> {said.likeTitle}</button>
      <button type="button" aria-pressed={own.reaction === 'dislike'} onClick={() => reacted('dislike')}><Icon name="down" /> {said.dislikeTitle}</button>
      <button type="button" aria-pressed={own.dismissed} onClick={() => dismissed(!own.dismissed)}><Icon name="block" /> {said.dismiss}</button>
    </div>
  );
}
