import { useStore, useWords } from '../core/hooks.ts';
import { words } from '../core/language.ts';
import { rooms, unreadNotices } from '../core/live.ts';
import { Icon } from './Icon.tsx';

const text = words(
  {
    notices: (count: number) => (count ? `알림, 새 알림 ${count}개` : '알림'),
    chats: (count: number) => (count ? `내 파티, 읽지 않은 대화 ${count}개` : '내 파티'),
  },
  {
    notices: (count) => (count ? `Notifications, ${count} new` : 'Notifications'),
    chats: (count) => (count ? `My parties, ${count} unread messages` : 'My parties'),
  },
);

const MOST = 99;
const shown = (count: number) => (count > MOST ? `${MOST}+` : String(count));

/** What is new for a member: talk in their parties, and notifications. */
export function Bell() {
  const said = useWords(text);
  const unread = useStore(unreadNotices);
  const talk = useStore(rooms).reduce((sum, room) => sum + room.unread, 0);
  return (
    <>
      <a class="round plain bell" href="/my-parties" aria-label={said.chats(talk)} title={said.chats(talk)}>
        <Icon name="chat" />
        {talk > 0 && <span class="count" aria-hidden="true">{shown(talk)}</span>}
      </a>
      <a class="round plain bell" href="/notices" aria-label={said.notices(unread)} title={said.notices(unread)}>
        <Icon name="bell" />
        {unread > 0 && <span class="count" aria-hidden="true">{shown(unread)}</span>}
      </a>
    </>
  );
}
