package io.takewithott.payment.ledger;

/** One line of an entry; positive is debit. */
public record Posting(Account account, long ownerId, long amount) {}
