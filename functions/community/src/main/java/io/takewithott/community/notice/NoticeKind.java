package io.takewithott.community.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a member can be told of. The database's triggers write them under these names. */
enum NoticeKind {
  MEMBER_JOINED,
  MEMBER_LEFT,
  MEMBERSHIP_PAUSED,
  MEMBERSHIP_RESUMED,
  MEMBERSHIP_ENDED,
  HOSTING_OFFERED,
  HOST_CHANGED,
  PAYMENT_MADE,
  PAYMENT_FAILED,
  REFUND_MADE,
  PAYOUT_MADE,
  CLAIM_OPENED,
  CLAIM_ANSWERED,
  CLAIM_DECIDED,
  PASSWORD_TO_CHANGE,
  FOLLOWED,
  FOLLOW_REQUESTED,
  REVIEW_LIKED,
  REVIEW_COMMENTED,
  POST_LIKED,
  POST_COMMENTED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<NoticeKind> of(String text) {
    return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }
}
