import { useEffect, useRef, useState } from 'preact/hooks';
import { pick, titles, type TitleCard } from '../../api/catalog.ts';
import { Icon } from '../../components/Icon.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Poster } from '../../components/Poster.tsx';
import { GridSkeleton } from '../../components/Skeleton.tsx';
import { say } from '../../components/Toasts.tsx';
import { Problem, Trouble } from '../../components/Trouble.tsx';
import { nameOf, posterName } from '../../components/titles.ts';
import { useAction, useLanguage, useResource, useSettled, useTitle } from '../../core/hooks.ts';
import { words } from '../../core/language.ts';
import { go } from '../../core/navigation.ts';
import { sessions } from '../../core/site.ts';
import { tasteChanged } from '../../core/taste.ts';
import { PICKS, varied } from './varied.ts';

const SHOWN = 60;
const FOUND = 40;

const text = words(
  {
    title: '최애 세 편을 골라 주세요',
    lead: '고른 세 편이 첫 순서를 만들어요. 나중에 언제든 바꿀 수 있어요.',
    find: '제목으로 찾기',
    left: (count: number) => (count ? `${count}편 더 골라 주세요` : '좋아요! 세 편을 다 골랐어요'),
    most: '세 편까지만 고를 수 있어요. 하나를 빼고 다시 골라 주세요.',
    start: '이 셋으로 시작',
    chosen: '고른 작품',
    empty: (place: number) => `${place}번째 자리`,
    remove: (name: string) => `${name} 빼기`,
    nothing: (q: string) => `‘${q}’에 맞는 작품이 없어요. 다른 이름으로 찾아보세요.`,
    later: '나중에 고를게요',
  },
  {
    title: 'Pick three you love',
    lead: 'These three make your first order. You can change them whenever you like.',
    find: 'Find a title',
    left: (count) => (count ? `Pick ${count} more` : 'That’s your three!'),
    most: 'Three is the most. Take one back to pick another.',
    start: 'Start with these',
    chosen: 'Your picks',
    empty: (place) => `Place ${place}`,
    remove: (name) => `Take back ${name}`,
    nothing: (q) => `There is nothing called “${q}”. Try another name.`,
    later: 'I’ll pick later',
  },
);

export default function PickPage() {
  const language = useLanguage();
  const said = text[language];
  useTitle(said.title);
  const [chosen, setChosen] = useState<readonly TitleCard[]>([]);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 180);
  const found = useResource(`pick ${q}`, (signal) => titles(q ? { q, limit: FOUND } : { limit: 100 }, signal));
  const last = useRef<readonly TitleCard[]>([]);
  if (found.value) last.current = q ? found.value.titles : varied(found.value.titles, SHOWN);
  const save = useAction(async () => {
    await pick(chosen.map((title) => title.titleId));
    const session = sessions.get();
    if (session) sessions.set({ ...session, picks: PICKS });
    tasteChanged();
    go('/');
  });

  function toggle(title: TitleCard) {
    if (chosen.some((one) => one.titleId === title.titleId)) setChosen(chosen.filter((one) => one.titleId !== title.titleId));
    else if (chosen.length < PICKS) setChosen([...chosen, title]);
    else say(said.most);
  }

  const shown = last.current;
  return (
    <div class="page pick">
      <PageHead title={said.title}>{said.lead}</PageHead>
      <div class="pick-find">
        <Icon name="search" />
        <input class="input search" type="search" placeholder={said.find} aria-label={said.find} maxLength={100} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </div>
      {found.failure ? (
        <Trouble failure={found.failure} retry={found.reload} />
      ) : !shown.length && found.loading ? (
        <GridSkeleton />
      ) : (
        <ul class="grid pick-grid">
          {shown.map((title, index) => (
            <PickCard key={title.titleId} title={title} eager={index < 14} place={chosen.findIndex((one) => one.titleId === title.titleId) + 1} onToggle={() => toggle(title)} />
          ))}
        </ul>
      )}
      {found.value && q && !shown.length && <p class="empty" role="status">{said.nothing(q)}</p>}
      <section class="tray" aria-label={said.chosen}>
        <ol class="tray-places">
          {Array.from({ length: PICKS }, (_, index) => (
            <Place key={chosen[index]?.titleId ?? index} title={chosen[index]} place={index + 1} onRemove={toggle} />
          ))}
        </ol>
        <p class="tray-left" role="status">{said.left(PICKS - chosen.length)}</p>
        <div class="tray-end">
          <Problem failure={save.failure} />
          <button type="button" class="button" disabled={chosen.length !== PICKS} aria-disabled={save.busy} onClick={() => void save.run()}>{said.start}</button>
        </div>
      </section>
    </div>
  );
}

function PickCard({ title, place, eager, onToggle }: { title: TitleCard; place: number; eager: boolean; onToggle: () => void }) {
  const name = nameOf(title, useLanguage());
  const [again, setAgain] = useState(false);
  useEffect(() => { if (place) setAgain(true); }, [place]);
  return (
    <li>
      <button type="button" class={again ? 'pick-card touched' : 'pick-card'} aria-pressed={place > 0} onClick={onToggle}>
        <Poster src={title.poster} name={name} eager={eager} />
        {place > 0 && <span class="pick-place" aria-hidden="true">{place}</span>}
        <b>{posterName(name, title.year)}</b>
      </button>
    </li>
  );
}

function Place({ title, place, onRemove }: { title?: TitleCard; place: number; onRemove: (title: TitleCard) => void }) {
  const language = useLanguage();
  const said = text[language];
  if (!title) return <li class="tray-place"><span aria-label={said.empty(place)} role="img">{place}</span></li>;
  const name = nameOf(title, language);
  return (
    <li class="tray-place full">
      <button type="button" aria-label={said.remove(name)} title={said.remove(name)} onClick={() => onRemove(title)}>
        <Poster src={title.poster} name={name} eager />
        <span class="tray-remove"><Icon name="close" /></span>
      </button>
    </li>
  );
}
