/** How titles, genres and services are called. */
import type { HomeCard, Named } from '../api/catalog.ts';
import { particle, words, type Language } from '../core/language.ts';

export const genreNames = words<Record<string, string>>(
  { drama: '드라마', action: '액션', thriller: '스릴러', crime: '범죄', comedy: '코미디', romance: '로맨스', fantasy: '판타지', sf: 'SF', horror: '공포', mystery: '미스터리', war: '전쟁', history: '역사', animation: '애니메이션', family: '가족', adventure: '모험', music: '음악', documentary: '다큐멘터리', western: '서부극', sports: '스포츠' },
  { drama: 'Drama', action: 'Action', thriller: 'Thriller', crime: 'Crime', comedy: 'Comedy', romance: 'Romance', fantasy: 'Fantasy', sf: 'Science fiction', horror: 'Horror', mystery: 'Mystery', war: 'War', history: 'History', animation: 'Animation', family: 'Family', adventure: 'Adventure', music: 'Music', documentary: 'Documentary', western: 'Western', sports: 'Sports' },
);

export const serviceNames = words<Record<string, string>>(
  { netflix: '넷플릭스', tving: '티빙', wavve: '웨이브', watcha: '왓챠', disneyplus: '디즈니+', coupangplay: '쿠팡플레이', primevideo: '프라임 비디오', appletv: 'Apple TV+' },
  { netflix: 'Netflix', tving: 'TVING', wavve: 'Wavve', watcha: 'Watcha', disneyplus: 'Disney+', coupangplay: 'Coupang Play', primevideo: 'Prime Video', appletv: 'Apple TV+' },
);

export const genreName = (key: string, language: Language) => genreNames[language][key] ?? key;
export const serviceName = (key: string, language: Language) => serviceNames[language][key] ?? key;

/** The name of a title as the viewer's language has it. */
export function nameOf(title: Named, language: Language): string {
  return language === 'en' ? (title.englishTitle ?? title.originalTitle ?? title.title) : title.title;
}

/** A line of text under a title: how it is called elsewhere. */
export function otherName(title: Named, language: Language): string | null {
  const name = nameOf(title, language);
  const others = language === 'en' ? [title.originalTitle, title.title] : [title.originalTitle, title.englishTitle];
  return others.find((other) => other && other !== name) ?? null;
}

const reasons = words(
  {
    picks: '고른 최애 셋과 잘 어울려요',
    because: (title: string) => `‘${title}’${particle(title, '을', '를')} 좋아하셔서`,
    taste: '취향이 비슷한 분들이 좋아해요',
    everybody: '많은 분들이 좋아해요',
  },
  {
    picks: 'Goes with your three favourites',
    because: (title) => `Because you liked ${title}`,
    taste: 'People of your taste like it',
    everybody: 'Liked by many',
  },
);

/** Why a title is where it is. */
export function reasonOf(card: HomeCard, language: Language): string {
  const said = reasons[language];
  const first = card.because[0];
  if (first && (card.reason === 'YOUR_TITLES' || card.reason === 'YOUR_PICKS')) return said.because(first.title);
  if (card.reason === 'YOUR_PICKS') return said.picks;
  return card.reason === 'EVERYBODY' ? said.everybody : said.taste;
}

export const ages = words<Record<string, string>>(
  { all: '전체 관람가', '12': '12세 이상 관람가', '15': '15세 이상 관람가', '19': '청소년 관람불가' },
  { all: 'For all ages', '12': 'From 12', '15': 'From 15', '19': 'Adults only' },
);
export const ageMark = (age: string, language: Language) => (age === 'all' ? (language === 'ko' ? '전체' : 'ALL') : age);
export const minutes = (count: number, language: Language) =>
  language === 'ko'
    ? count >= 60 ? `${Math.floor(count / 60)}시간${count % 60 ? ` ${count % 60}분` : ''}` : `${count}분`
    : count >= 60 ? `${Math.floor(count / 60)} h${count % 60 ? ` ${count % 60} min` : ''}` : `${count} min`;
export const posterName = (name: string, year?: number) => (year ? `${name} (${year})` : name);
