import type { HomeRow } from '../../api/catalog.ts';
import { particle, words, type Language } from '../../core/language.ts';
import { genreName } from '../../components/titles.ts';

export const text = words(
  {
    title: '홈',
    hero: '오늘의 한 편',
    more: '자세히 보기',
    why: '추천하는 까닭',
    play: '재생',
    pause: '멈춤',
    sound: '소리 켜기',
    mute: '소리 끄기',
    crowd: '모두의 취향',
    own: '내 취향',
    leaning: '추천의 무게',
    leaningHint: '왼쪽은 모두가 좋아하는 작품, 오른쪽은 내 작품들만 보고 고른 순서예요.',
    reset: '원래대로',
    top: (count: number) => `오늘의 TOP ${count}`,
    watches: '많이 본 순서',
    ratings: '많이 평가한 순서',
    waiting: '방금 남긴 취향으로 순서를 다시 맞추는 중…',
    current: '취향이 모두 반영된 순서예요.',
    popular: '아직은 모두의 인기순이에요. 별점을 남기면 내 순서로 바뀌어요.',
    offline: '인터넷에 닿지 않아 지난번에 본 홈을 보여 드려요.',
    all: '모두 보기',
    nothing: '아직 보여 드릴 작품이 없어요.',
    match: (match: number) => `${match}% 일치`,
    predicted: '예상 별점',
  },
  {
    title: 'Home',
    hero: 'For tonight',
    more: 'More about it',
    why: 'Why this one',
    play: 'Play',
    pause: 'Pause',
    sound: 'Sound on',
    mute: 'Sound off',
    crowd: 'The crowd',
    own: 'My picks',
    leaning: 'What counts',
    leaningHint: 'To the left what everybody likes; to the right the order by your own titles alone.',
    reset: 'As it was',
    top: (count) => `Today’s top ${count}`,
    watches: 'By views',
    ratings: 'By ratings',
    waiting: 'Putting things in order by what you just told us…',
    current: 'This order knows everything you told us.',
    popular: 'So far this is what everybody likes. Rate something, and it becomes yours.',
    offline: 'There is no network: this is your home page as you last saw it.',
    all: 'See all',
    nothing: 'There is nothing to show yet.',
    match: (match) => `${match}% match`,
    predicted: 'Predicted',
  },
);

const SEASONS: Record<string, readonly [string, string]> = {
  seollal: ['설날에 뭐 보지?', 'For Seollal'],
  chuseok: ['추석에 뭐 보지?', 'For Chuseok'],
  'childrens-day': ['어린이날에 함께 볼 작품', 'For Children’s Day'],
  christmas: ['크리스마스에 보고 싶은 작품', 'For Christmas'],
  summer: ['여름에 어울리는 작품', 'For the summer'],
};

const season = (key: string) => SEASONS[key] ?? (['지금 계절에 어울리는 작품', 'For the season'] as const);

/** A row's headline: what comes before its subject, the subject, and what comes after. */
export function headline(row: HomeRow, personal: boolean, language: Language): readonly [string, string, string] {
  const { name = '', originalName = name, key = '' } = row.subject ?? {};
  return language === 'ko' ? korean(row, personal, name, key) : english(row, personal, originalName, key);
}

function korean(row: HomeRow, personal: boolean, name: string, key: string): readonly [string, string, string] {
  switch (row.kind) {
    case 'FOR_YOU': return personal ? ['당신을 위한 순서', '', ''] : ['모두가 좋아한 작품', '', ''];
    case 'BECAUSE': return row.seed ? ['', `‘${row.seed.title}’`, `${particle(row.seed.title, '을', '를')} 좋아하셨다면`] : ['좋아하신 작품과 닮은 작품', '', ''];
    case 'SEASON': return [season(key)[0], '', ''];
    case 'PREDICTED_HIGH': return personal ? ['높은 별점을 주실 것 같은 작품', '', ''] : ['모두가 높은 별점을 준 작품', '', ''];
    case 'GENRE': return ['즐겨 보시는 ', genreName(key, 'ko'), ''];
    case 'DIRECTOR': return ['', name, ' 감독의 다른 작품'];
    case 'CAST': return ['', name, `${particle(name, '이', '가')} 나오는 작품`];
    case 'TRENDING': return ['요즘 부쩍 많이 보는 작품', '', ''];
    case 'NEW': return ['새로 나온 작품', '', ''];
    case 'HIDDEN_GEMS': return ['아직 덜 알려진, 취향에 맞을 작품', '', ''];
    case 'POPULAR': return ['꾸준히 많이 보는 작품', '', ''];
    default: return ['추천 작품', '', ''];
  }
}

function english(row: HomeRow, personal: boolean, name: string, key: string): readonly [string, string, string] {
  switch (row.kind) {
    case 'FOR_YOU': return personal ? ['In your order', '', ''] : ['Loved by everyone', '', ''];
    case 'BECAUSE': return row.seed ? ['Because you liked ', row.seed.title, ''] : ['Like what you liked', '', ''];
    case 'SEASON': return [season(key)[1], '', ''];
    case 'PREDICTED_HIGH': return personal ? ['You would rate these high', '', ''] : ['Rated high', '', ''];
    case 'GENRE': return ['Your kind of ', genreName(key, 'en').toLowerCase(), ''];
    case 'DIRECTOR': return ['Directed by ', name, ''];
    case 'CAST': return ['With ', name, ''];
    case 'TRENDING': return ['Trending now', '', ''];
    case 'NEW': return ['New', '', ''];
    case 'HIDDEN_GEMS': return ['Hidden gems', '', ''];
    case 'POPULAR': return ['Popular', '', ''];
    default: return ['Suggestions', '', ''];
  }
}

/** Where one goes for more of the same. */
export function moreOf(row: HomeRow): string | null {
  const key = row.subject?.key;
  if (row.kind === 'GENRE' && key) return `/genre/${encodeURIComponent(key)}`;
  if ((row.kind === 'DIRECTOR' || row.kind === 'CAST') && key) return `/person/${encodeURIComponent(key)}`;
  if (row.kind === 'NEW') return '/browse?sort=newest';
  if (row.kind === 'POPULAR') return '/browse';
  return null;
}
