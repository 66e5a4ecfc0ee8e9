package io.takewithott.local.template;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A schedule that invokes a function.
 *
 * @param expression as written, for messages and logs; {@code firing} is what it means
 * @param input the event as JSON; without one the function gets what AWS sends by itself
 * @param retries how often a failed invocation is repeated: Lambda's own asynchronous retries, from
 *     the function's EventInvokeConfig (the schedule's RetryPolicy is about deliveries, and
 *     delivery does not fail here)
 */
public record ScheduleDefinition(
    String name,
    String expression,
    ScheduleExpression firing,
    ZoneId zone,
    Optional<String> input,
    boolean enabled,
    int retries) {}
