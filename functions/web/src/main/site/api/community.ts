import { query } from '../core/query.ts';
import { http } from '../core/site.ts';

export interface Picture {
  small: string;
  large: string;
  drawn: boolean;
}

/** Of somebody who has left nothing is known. */
export interface Author {
  gone: boolean;
  userId?: number;
  nickname?: string;
  picture?: Picture;
}

export interface Review {
  reviewId: number;
  titleId: number;
  title: string;
  headline?: string;
  text: string;
  stars?: number;
  spoiler: boolean;
  likes: number;
  comments: number;
  liked: boolean;
  mine: boolean;
  hidden: boolean;
  createdAt: string;
  editedAt?: string;
  author: Author;
}

export interface Post {
  postId: number;
  headline: string;
  text: string;
  photo?: { small: string; large: string };
  likes: number;
  comments: number;
  liked: boolean;
  mine: boolean;
  hidden: boolean;
  createdAt: string;
  editedAt?: string;
  author: Author;
}

export interface Comment {
  commentId: number;
  text: string;
  writtenAt: string;
  mine: boolean;
  author: Author;
}

/** What can be liked, commented on and reported. */
export type Subject = 'reviews' | 'posts';
export type ReviewSort = 'helpful' | 'newest';

export interface Upload {
  upload: string;
  method: string;
  url: string;
  headers: Record<string, string>;
}

export const reviews = (titleId: number, sort: ReviewSort, cursor: string | null, signal?: AbortSignal) =>
  http.get<{ reviews: Review[]; next?: string }>(`/titles/${titleId}/reviews${query({ sort, cursor })}`, { signal, fresh: true });
export const myReviews = (cursor: string | null, signal?: AbortSignal) =>
  http.get<{ reviews: Review[]; next?: string }>(`/me/reviews${query({ cursor })}`, { signal, fresh: true });
export const writeReview = (titleId: number, review: { headline?: string; text: string; stars?: number; spoiler: boolean }) =>
  http.send<{ reviewId: number }>('PUT', `/titles/${titleId}/review`, review);
export const deleteReview = (titleId: number) => http.send('DELETE', `/titles/${titleId}/review`);

export const like = (subject: Subject, id: number, liked: boolean) =>
  http.send<{ liked: boolean; likes: number }>(liked ? 'PUT' : 'DELETE', `/${subject}/${id}/like`);
export const report = (subject: Subject, id: number, reason: string, note: string) =>
  http.send('POST', `/${subject}/${id}/report`, note ? { reason, note } : { reason });
export const comments = (subject: Subject, id: number, after: number | null, signal?: AbortSignal) =>
  http.get<{ comments: Comment[]; next?: number }>(`/${subject}/${id}/comments${query({ after })}`, { signal, fresh: true });
export const comment = (subject: Subject, id: number, text: string, idempotencyKey: string) =>
  http.send<{ commentId: number }>('POST', `/${subject}/${id}/comments`, { text }, { idempotencyKey });
export const deleteComment = (subject: Subject, id: number, commentId: number) => http.send('DELETE', `/${subject}/${id}/comments/${commentId}`);

export const posts = (q: string, cursor: string | null, signal?: AbortSignal) =>
  http.get<{ posts: Post[]; next?: string }>(`/posts${query({ q, cursor })}`, { signal, fresh: true });
export const myPosts = (cursor: string | null, signal?: AbortSignal) =>
  http.get<{ posts: Post[]; next?: string }>(`/me/posts${query({ cursor })}`, { signal, fresh: true });
export const post = (id: number, signal?: AbortSignal) => http.get<Post>(`/posts/${id}`, { signal, fresh: true });
export const writePost = (draft: { headline: string; text: string; upload?: string }, idempotencyKey: string) =>
  http.send<{ postId: number }>('POST', '/posts', draft, { idempotencyKey });
export const editPost = (id: number, draft: { headline: string; text: string }) => http.send('PUT', `/posts/${id}`, draft);
export const deletePost = (id: number) => http.send('DELETE', `/posts/${id}`);

/** Asks where a photo may go, and puts it there; the answer is its name. */
export async function uploadPhoto(where: '/post-photos' | '/me/photo/uploads', photo: Blob): Promise<string> {
  const upload = await http.send<Upload>('POST', where, { contentType: photo.type, bytes: photo.size });
  await http.put(upload.url, upload.headers, photo);
  return upload.upload;
}
