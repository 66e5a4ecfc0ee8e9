package io.takewithott.auth.account;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a member did over the years, as queries of {@code a, b, item}: the key of a row within its
 * list, which is an index by user or small enough to sort, and the row as the export shows it.
 */
enum HistoryList {
  RATINGS(
      "ratings",
      """
      select r.title_id as a, 0::bigint as b, jsonb_build_object(
               'titleId', r.title_id, 'title', t.title, 'stars', (r.half_stars / 2.0)::float8,
               'ratedAt', r.rated_at) as item
        from ratings r join titles t using (title_id)
       where r.user_id = :userId and r.half_stars is not null
      """),
  WISHES(
      "wishes",
      """
      select w.title_id, 0, jsonb_build_object(
               'titleId', w.title_id, 'title', t.title, 'wishedAt', w.wished_at)
        from wishes w join titles t using (title_id) where w.user_id = :userId
      """),
  REACTIONS(
      "reactions",
      """
      select r.title_id, 0, jsonb_build_object(
               'titleId', r.title_id, 'title', t.title, 'liked', r.liked, 'reactedAt', r.reacted_at)
        from reactions r join titles t using (title_id) where r.user_id = :userId
      """),
  DISMISSED_TITLES(
      "dismissedTitles",
      """
      select d.title_id, 0, jsonb_build_object(
               'titleId', d.title_id, 'title', t.title, 'dismissedAt', d.dismissed_at)
        from dismissed_titles d join titles t using (title_id) where d.user_id = :userId
      """),
  WATCHES(
      "watches",
      """
      select w.title_id, (extract(epoch from w.watched_at) * 1000000)::bigint, jsonb_build_object(
               'titleId', w.title_id, 'title', t.title, 'watchedAt', w.watched_at)
        from watches w join titles t using (title_id) where w.user_id = :userId
      """),
  PROGRESS(
      "watchProgress",
      """
      select p.title_id, 0, jsonb_build_object(
               'titleId', p.title_id, 'title', t.title, 'seconds', p.seconds, 'finished', p.finished,
               'seenAt', p.seen_at)
        from watch_progress p join titles t using (title_id) where p.user_id = :userId
      """),
  REVIEWS(
      "reviews",
      """
      select r.review_id, 0, jsonb_build_object(
               'reviewId', r.review_id, 'titleId', r.title_id, 'title', t.title, 'headline', r.headline,
               'text', r.body, 'spoiler', r.spoiler, 'writtenAt', r.created_at, 'editedAt', r.edited_at)
        from reviews r join titles t using (title_id) where r.user_id = :userId
      """),
  POSTS(
      "posts",
      """
      select p.post_id, 0, jsonb_build_object(
               'postId', p.post_id, 'headline', p.headline, 'text', p.body,
               'photo', p.photo_key is not null, 'writtenAt', p.created_at, 'editedAt', p.edited_at)
        from posts p where p.user_id = :userId
      """),
  COMMENTS(
      "comments",
      """
      select c.comment_id, 0, jsonb_build_object(
               'reviewId', c.subject_id, 'text', c.body, 'writtenAt', c.written_at)
        from review_comments c where c.user_id = :userId
      union all
      select c.comment_id, 1, jsonb_build_object(
               'postId', c.subject_id, 'text', c.body, 'writtenAt', c.written_at)
        from post_comments c where c.user_id = :userId
      """),
  LINE_SUGGESTIONS(
      "lineSuggestions",
      """
      select l.suggestion_id, 0, jsonb_build_object(
               'titleId', l.title_id, 'line', l.line, 'speaker', l.speaker, 'state', l.state,
               'suggestedAt', l.suggested_at, 'decidedAt', l.decided_at)
        from line_suggestions l where l.user_id = :userId
      """),
  LIKES(
      "likes",
      """
      select l.subject_id, 0, jsonb_build_object('reviewId', l.subject_id, 'likedAt', l.liked_at)
        from review_likes l where l.user_id = :userId
      union all
      select l.subject_id, 1, jsonb_build_object('postId', l.subject_id, 'likedAt', l.liked_at)
        from post_likes l where l.user_id = :userId
      """),
  REPORTS(
      "reports",
      """
      select r.subject_id, 0, jsonb_build_object(
               'reviewId', r.subject_id, 'reason', r.reason, 'note', r.note, 'reportedAt', r.reported_at)
        from review_reports r where r.user_id = :userId
      union all
      select r.subject_id, 1, jsonb_build_object(
               'postId', r.subject_id, 'reason', r.reason, 'note', r.note, 'reportedAt', r.reported_at)
        from post_reports r where r.user_id = :userId
      union all
      select r.party_id, r.seq, jsonb_build_object(
               'partyId', r.party_id, 'message', r.seq, 'reason', r.reason, 'reportedAt', r.reported_at)
        from message_reports r where r.reporter_id = :userId
      """),
  MESSAGES(
      "messages",
      """
      select m.party_id, m.seq, jsonb_build_object(
               'partyId', m.party_id, 'number', m.seq, 'text', m.body, 'sentAt', m.made_at)
        from room_messages m
       where m.user_id = :userId and m.kind = 'text' and m.deleted_at is null
      """),
  BLOCKED(
      "blocked",
      """
      select b.blocked_id, 0, jsonb_build_object('userId', b.blocked_id, 'blockedAt', b.blocked_at)
        from blocks b where b.user_id = :userId
      """),
  NOTIFICATIONS(
      "notifications",
      """
      select n.notification_id, 0, jsonb_build_object(
               'kind', n.kind, 'partyId', n.party_id, 'madeAt', n.made_at, 'readAt', n.read_at)
        from notifications n where n.user_id = :userId
      """),
  NOTIFICATION_PREFERENCES(
      "notificationPreferences",
      """
      select row_number() over (order by p.kind), 0, jsonb_build_object('kind', p.kind, 'wanted', p.wanted)
        from notification_preferences p where p.user_id = :userId
      """),
  HOSTED_PARTIES(
      "hostedParties",
      """
      select p.party_id, 0, jsonb_build_object(
               'partyId', p.party_id, 'service', p.service, 'plan', p.plan, 'title', p.title,
               'startsOn', p.starts_on, 'state', p.state, 'createdAt', p.created_at, 'closedAt', p.closed_at)
        from parties p where p.host_id = :userId
      """),
  MEMBERSHIPS(
      "memberships",
      """
      select m.membership_id, 0, jsonb_build_object(
               'partyId', m.party_id, 'state', m.state, 'joinedOn', m.joined_on, 'endedOn', m.ended_on,
               'endReason', m.end_reason)
        from memberships m where m.user_id = :userId
      """),
  PAYMENTS(
      "payments",
      """
      select o.party_id, row_number() over (order by o.created_at, o.order_id), jsonb_build_object(
               'orderId', o.order_id, 'partyId', o.party_id, 'name', o.name, 'share', o.share, 'fee', o.fee,
               'state', o.state, 'receiptId', o.receipt_id, 'orderedAt', o.created_at, 'settledAt', o.settled_at)
        from payment_orders o where o.user_id = :userId
      """),
  REFUNDS(
      "refunds",
      """
      select r.party_id, row_number() over (order by r.decided_at, r.refund_id), jsonb_build_object(
               'orderId', r.order_id, 'partyId', r.party_id, 'amount', r.amount, 'reason', r.reason,
               'state', r.state, 'decidedAt', r.decided_at, 'doneAt', r.done_at)
        from refunds r where r.user_id = :userId
      """),
  PAYOUTS(
      "payouts",
      """
      select p.payout_id, 0, jsonb_build_object(
               'partyId', p.party_id, 'period', p.period, 'amount', p.amount, 'paidAt', p.paid_at)
        from payouts p where p.host_id = :userId
      """),
  LOG_INS_SEEN(
      "logInsSeen",
      """
      select v.reveal_id, 0, jsonb_build_object('partyId', v.party_id, 'seenAt', v.revealed_at)
        from vault_reveals v where v.user_id = :userId
      """),
  SCREENS(
      "screens",
      """
      select s.reservation_id, 0, jsonb_build_object(
               'partyId', s.party_id, 'screen', s.screen, 'from', to_timestamp(s.first_quarter * 900),
               'minutes', s.quarters * 15, 'madeAt', s.made_at)
        from screen_reservations s where s.user_id = :userId
      """),
  CLAIMS(
      "claims",
      """
      select c.claim_id, 0, jsonb_build_object(
               'partyId', c.party_id, 'kind', c.kind, 'evidence', c.evidence, 'answer', c.answer,
               'state', c.state, 'decision', c.decision, 'openedAt', c.opened_at, 'decidedAt', c.decided_at)
        from party_claims c where c.user_id = :userId
      """);

  private final String title;
  private final String query;

  HistoryList(String title, String query) {
    this.title = title;
    this.query = query;
  }

  /** The list's name in the export. */
  String title() {
    return title;
  }

  /** All lists as one query of {@code list, a, b, item}; the list by its ordinal. */
  static String all() {
    return Arrays.stream(values())
        .map(
            list ->
                "select "
                    + list.ordinal()
                    + " as list, x.* from ("
                    + list.query
                    + ") x (a, b, item)")
        .collect(Collectors.joining("\nunion all\n"));
  }
}
