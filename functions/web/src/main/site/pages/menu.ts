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
  ],
  [
    { path: '/', icon: 'home', name: 'Home' },
    { path: '/browse', icon: 'compass', name: 'Browse' },
    { path: '/worth', icon: 'coins', name: 'Value' },
  ],
);

/** What the bar at the bottom of a phone names. */
export const tabs = words<readonly Item[]>(
  [
    { path: '/', icon: 'home', name: '홈' },
    { path: '/browse', icon: 'compass', name: '둘러보기' },
    { path: '/find', icon: 'search', name: '검색' },
    { path: '/worth', icon: 'coins', name: '가성비' },
  ],
  [
    { path: '/', icon: 'home', name: 'Home' },
    { path: '/browse', icon: 'compass', name: 'Browse' },
    { path: '/find', icon: 'search', name: 'Search' },
    { path: '/worth', icon: 'coins', name: 'Value' },
  ],
);

/** What a member's own menu holds, above the log-out. */
export const own = words<readonly Item[]>(
  [
    { path: '/pick', icon: 'heart', name: '최애 셋 바꾸기' },
    { path: '/plan', icon: 'calendar', name: '구독 갈아타기 계획' },
  ],
  [
    { path: '/pick', icon: 'heart', name: 'Change my three' },
    { path: '/plan', icon: 'calendar', name: 'Rotation plan' },
  ],
);
