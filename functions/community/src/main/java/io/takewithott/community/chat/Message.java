package io.takewithott.community.chat;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a room. Entries of a room are numbered from 1 without a gap; what is deleted or
 * hidden keeps its number.
 *
 * @param kind {@code text} for what somebody wrote, otherwise what happened
 * @param userId who wrote it, or whom it is about
 * @param text absent for what happened, was deleted or is hidden
 * @param masked whether a telephone number or the like was taken out
 * @param hidden whether the reader has blocked the writer
 */
record Message(
    long seq,
    String kind,
    @Nullable Long userId,
    @Nullable String nickname,
    @Nullable String text,
    boolean masked,
    boolean deleted,
    boolean hidden,
    long madeAtMillis) {

  Message hiddenCopy() {
    return new Message(seq, kind, userId, nickname, null, false, deleted, true, madeAtMillis);
  }
}
