import { useState } from 'preact/hooks';
import { home, ranks, type HomeCard, type HomeRow } from '../../api/catalog.ts';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { Poster } from '../../components/Poster.tsx';
import { RowSkeleton } from '../../components/Skeleton.tsx';
import { Loaded } from '../../components/Trouble.tsx';
import { nameOf } from '../../components/titles.ts';
import { useLanguage, useResource, useTitle } from '../../core/hooks.ts';
import { words } from '../../core/language.ts';
import { go } from '../../core/navigation.ts';
import { HomeShelf, keyOf, TopTen, useShelves } from '../home/HomeRows.tsx';
import { LineDemo } from './LineDemo.tsx';

/** As many posters as the wall has room for. */
const wallSize = () => (innerWidth < 768 ? 18 : 24);
const ROWS = 3;
const STEP_ICONS: readonly IconName[] = ['heart', 'star', 'coins', 'people'];

const text = words(
  {
    title: '오늘 볼 것이 보이는 곳',
    head: '좋아하는 영화 셋이면, 오늘 볼 것이 보입니다',
    lead: '최애 세 편을 고르면 그 순간부터 당신만의 순서로 다시 짜여요. 별점을 줄수록 더 정확해지고, 어느 OTT에서 볼지와 얼마나 아낄 수 있는지도 알려 드려요.',
    email: '이메일 주소',
    start: '세 편 고르러 가기',
    logIn: '이미 회원이에요',
    free: '무료예요. 카드도, 설치도 필요 없어요.',
    now: '지금 모두가 보는 순서',
    how: '이렇게 도와드려요',
    steps: [
      { head: '최애 셋으로 시작', body: '장르 설문 대신 좋아하는 영화 세 편. 고르자마자 홈 화면이 당신 것이 돼요.' },
      { head: '별점을 주면 바로 바뀌는 순서', body: '예상 별점과 일치도, 추천하는 까닭까지 보여 드려요. 새로 고침도 필요 없어요.' },
      { head: '구독료를 똑똑하게', body: '어떤 서비스가 내 취향에 값을 하는지, 어떤 달에 무엇을 구독하면 좋을지 계산해 드려요.' },
      { head: '함께 나누는 파티', body: '자리를 나눠 정직하게 내고, 중간에 나가면 남은 날만큼 돌려받아요.' },
    ],
    close: '세 편이면 충분해요',
  },
  {
    title: 'See what to watch tonight',
    head: 'Three films you love, and tonight is clear',
    lead: 'Pick three favourites, and everything is put in an order that is yours alone. Each rating makes it better. See where to watch it, and how much you can save.',
    email: 'E-mail address',
    start: 'Pick my three',
    logIn: 'I’m a member',
    free: 'It’s free. No card, nothing to install.',
    now: 'What everybody watches now',
    how: 'What it does for you',
    steps: [
      { head: 'Three favourites to begin with', body: 'No questionnaire: three films you love, and the home page is yours.' },
      { head: 'Rate, and the order changes', body: 'Predicted stars, a match and the reason why, without a reload.' },
      { head: 'Spend less on subscriptions', body: 'What each service is worth to you, and which to hold in which month.' },
      { head: 'Share fairly', body: 'Split a plan’s price seat by seat; leave early, and the days left are paid back.' },
    ],
    close: 'Three is all it takes',
  },
);

export default function LandingPage() {
  const language = useLanguage();
  const said = text[language];
  useTitle(said.title);
  const popular = useResource('visitor', (signal) => home(null, signal));
  const top = useResource('day', (signal) => ranks('day', signal));
  const shelves = useShelves(Math.min(popular.value?.rows.length ?? 0, ROWS), 1);
  const shelf = (row: HomeRow, index: number) => <HomeShelf key={keyOf(row)} row={row} personal={false} eager={false} most={shelves.mostOf(index)} />;
  const wall = popular.value?.rows.flatMap((row) => row.titles) ?? [];
  return (
    <>
      <section class="landing">
        <Wall titles={wall} />
        <div class="landing-text">
          <h1>{said.head}</h1>
          <p>{said.lead}</p>
          <Start />
          <p class="landing-free">{said.free} <a class="link" href="/login">{said.logIn}</a></p>
        </div>
      </section>
      <div class="home-rows">
        <Loaded resource={popular} skeleton={<><RowSkeleton /><RowSkeleton /></>}>
          {(page) => (
            <>
              {page.rows.slice(0, 1).map(shelf)}
              {top.value && top.value.titles.length > 0 && <TopTen titles={top.value.titles} basis={top.value.basis} />}
              {page.rows.slice(1, shelves.drawn).map((row, index) => shelf(row, index + 1))}
            </>
          )}
        </Loaded>
      </div>
      <LineDemo />
      <section class="page landing-steps" aria-label={said.how}>
        <h2>{said.how}</h2>
        <ul>
          {said.steps.map((step, index) => (
            <li key={step.head} class="panel">
              <Icon name={STEP_ICONS[index] ?? 'star'} />
              <h3>{step.head}</h3>
              <p>{step.body}</p>
            </li>
          ))}
        </ul>
      </section>
      <section class="landing-close">
        <h2>{said.close}</h2>
        <Start />
      </section>
    </>
  );
}

/** Begins a sign-up with an address, or without. */
function Start() {
  const said = text[useLanguage()];
  const [email, setEmail] = useState('');
  return (
    <form class="landing-form" noValidate onSubmit={(event) => { event.preventDefault(); go(email ? `/join?email=${encodeURIComponent(email)}` : '/join'); }}>
      <input class="input" type="email" autoComplete="email" inputMode="email" placeholder={said.email} aria-label={said.email} value={email} onInput={(event) => setEmail(event.currentTarget.value)} />
      <button type="submit" class="button">{said.start} <Icon name="right" /></button>
    </form>
  );
}

/** Posters of what people watch now, behind the words. */
function Wall({ titles }: { titles: readonly HomeCard[] }) {
  const language = useLanguage();
  const seen = new Set<number>();
  const shown = titles.filter((title) => !seen.has(title.titleId) && seen.add(title.titleId)).slice(0, wallSize());
  return (
    <div class="wall" aria-hidden="true">
      {shown.map((title) => <Poster key={title.titleId} src={title.poster} name={nameOf(title, language)} />)}
    </div>
  );
}
