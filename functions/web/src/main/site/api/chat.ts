import { query } from '../core/query.ts';
import { http } from '../core/site.ts';

export interface Message {
  seq: number;
  kind: string;
  userId?: number;
  nickname?: string;
  text?: string;
  masked: boolean;
  deleted: boolean;
  hidden: boolean;
  madeAtMillis: number;
}

export interface Room {
  partyId: number;
  title: string;
  service: string;
  lastSeq: number;
  readSeq: number;
  lastAtMillis: number;
  unread: number;
  lastMessage?: Message;
}

export interface Present {
  userId: number;
  nickname: string;
  host: boolean;
  connected: boolean;
}

export interface MessagePage {
  messages: Message[];
  lastSeq: number;
  readSeq: number;
  more: boolean;
}

export interface Notice {
  id: number;
  kind: string;
  partyId?: number;
  subjectId?: number;
  actorId?: number;
  actor?: string;
  read: boolean;
  madeAtMillis: number;
}

export const ticket = () => http.send<{ url: string }>('POST', '/socket/tickets');
export const rooms = (signal?: AbortSignal) => http.get<{ rooms: Room[]; unreadNotifications: number }>('/me/rooms', { signal, fresh: true });
export const messages = (partyId: number, edge: { before?: number; after?: number }, signal?: AbortSignal) =>
  http.get<MessagePage>(`/parties/${partyId}/messages${query(edge)}`, { signal, fresh: true });
/** Stored once, however often it is sent: the client's id says that it is the same. */
export const sendMessage = (partyId: number, clientId: string, text: string) =>
  http.send<Message>('POST', `/parties/${partyId}/messages`, { clientId, text }, { idempotencyKey: clientId });
export const deleteMessage = (partyId: number, seq: number) => http.send('DELETE', `/parties/${partyId}/messages/${seq}`);
export const reportMessage = (partyId: number, seq: number, reason: string) =>
  http.send('POST', `/parties/${partyId}/messages/${seq}/reports`, { reason });
export const markRead = (partyId: number, seq: number) => http.send<{ readSeq: number }>('PUT', `/parties/${partyId}/read`, { seq });
export const present = (partyId: number, signal?: AbortSignal) =>
  http.get<{ members: Present[] }>(`/parties/${partyId}/presence`, { signal, fresh: true }).then((answer) => answer.members);
export const blocks = (signal?: AbortSignal) =>
  http.get<{ users: { userId: number; nickname: string }[] }>('/me/blocks', { signal, fresh: true }).then((answer) => answer.users);
export const block = (userId: number) => http.send('PUT', `/me/blocks/${userId}`);
export const unblock = (userId: number) => http.send('DELETE', `/me/blocks/${userId}`);

export const notices = (before: number | null, signal?: AbortSignal) =>
  http.get<{ notifications: Notice[]; unread: number; next?: number }>(`/me/notifications${query({ before })}`, { signal, fresh: true });
export const noticesRead = (upTo: number) => http.send<{ unread: number }>('PUT', '/me/notifications/read', { upTo });
export const preferences = (signal?: AbortSignal) =>
  http.get<{ kinds: Record<string, boolean> }>('/me/notification-preferences', { signal, fresh: true }).then((answer) => answer.kinds);
export const prefer = (kinds: Record<string, boolean>) =>
  http.send<{ kinds: Record<string, boolean> }>('PUT', '/me/notification-preferences', { kinds }).then((answer) => answer.kinds);
