package io.takewithott.core.limits;

import java.time.Duration;

/**
 * How often something may be tried by one subject. The first few attempts are free; after each
 * further one the subject waits, twice as long every time up to a longest wait. A subject that is
 * quiet long enough is forgotten.
 *
 * @param free attempts without a wait, at least two
 */
public record Allowance(
    int free,
    Duration firstWait,
    Duration longestWait,
    Duration forgottenAfter,
    AfterSuccess afterSuccess) {}
