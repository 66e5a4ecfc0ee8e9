package io.takewithott.core.limits;

/** Something that may be tried only so often. Every function lists its own in an enum. */
public interface RateLimit {
  /** What it is known by in the database: the same for every version of a function. */
  String name();

  Allowance allowance();

  /** One subject's attempt at this. */
  default Claim of(String subject) {
    return Claim.of(this, subject);
  }

  /** An account's attempt at this. */
  default Claim of(long userId) {
    return of(Long.toString(userId));
  }
}
