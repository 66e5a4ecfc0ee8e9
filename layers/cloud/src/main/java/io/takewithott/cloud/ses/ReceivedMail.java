package io.takewithott.cloud.ses;

import java.time.Instant;

/** A mail as it was handed over. */
public record ReceivedMail(
    String messageId,
    Instant receivedAt,
    String from,
    String to,
    String subject,
    String text,
    String html) {}
