import type { IconName } from '../components/Icon.tsx';
import { words } from '../core/language.ts';

interface Item {
  readonly path: string;
  readonly icon: IconName;
  readonly name: string;
}

/** What the bar at the top names, on wide screens. */
export const bar = words<readonly Item[]>(
  [
    { path: '/', icon: 'home', name: '홈' },
    { path: '/browse', icon: 'compass', name: '둘러보기' },
    { path: '/worth', icon: 'coins', name: '가성비' },
    { path: '/party', icon: 'people', name: '파티' },
    { path: '/board', icon: 'chat', name: '게시판' },
  ],
  [
    { path: '/', icon: 'home', name: 'Home' },
    { path: '/browse', icon: 'compass', name: 'Browse' },
    { path: '/worth', icon: 'coins', name: 'Value' },
    { path: '/party', icon: 'people', name: 'Parties' },
    { path: '/board', icon: 'chat', name: 'Board' },
  ],
);

/** What the bar at the bottom of a phone names. */
export const tabs = words<readonly Item[]>(
  [
    { path: '/', icon: 'home', name: '홈' },
    { path: '/browse', icon: 'compass', name: '둘러보기' },
    { path: '/find', icon: 'search', name: '검색' },
    { path: '/party', icon: 'people', name: '파티' },
    { path: '/worth', icon: 'coins', name: '가성비' },
  ],
  [
    { path: '/', icon: 'home', name: 'Home' },
    { path: '/browse', icon: 'compass', name: 'Browse' },
    { path: '/find', icon: 'search', name: 'Search' },
    { path: '/party', icon: 'people', name: 'Parties' },
    { path: '/worth', icon: 'coins', name: 'Value' },
  ],
);

/** What a member's own menu holds, above the log-out. */
export const own = words<readonly Item[]>(
  [
    { path: '/pick', icon: 'heart', name: '최애 셋 바꾸기' },
    { path: '/plan', icon: 'calendar', name: '구독 갈아타기 계획' },
    { path: '/together', icon: 'play', name: '같이 볼 작품' },
    { path: '/my-parties', icon: 'people', name: '내 파티' },
    { path: '/payments', icon: 'coins', name: '결제와 정산' },
    { path: '/lists', icon: 'bookmark', name: '내 목록' },
    { path: '/taste', icon: 'star', name: '내 취향' },
    { path: '/followers', icon: 'person', name: '팔로우' },
    { path: '/board', icon: 'chat', name: '게시판' },
    { path: '/settings', icon: 'settings', name: '설정' },
  ],
  [
    { path: '/pick', icon: 'heart', name: 'Change my three' },
    { path: '/plan', icon: 'calendar', name: 'Rotation plan' },
    { path: '/together', icon: 'play', name: 'Watch together' },
    { path: '/my-parties', icon: 'people', name: 'My parties' },
    { path: '/payments', icon: 'coins', name: 'Payments' },
    { path: '/lists', icon: 'bookmark', name: 'My lists' },
    { path: '/taste', icon: 'star', name: 'My taste' },
    { path: '/followers', icon: 'person', name: 'Following' },
    { path: '/board', icon: 'chat', name: 'Board' },
    { path: '/settings', icon: 'settings', name: 'Settings' },
  ],
);
