package io.takewithott.local.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.local.template.FunctionDefinition;
import io.takewithott.local.template.ScheduleDefinition;
import io.takewithott.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fires the template's schedules. The clock is looked at every second (EventBridge promises the
 * minute); firings missed meanwhile, by a machine that slept, happen once. As Lambda does with
 * asynchronous events, a failed invocation is repeated after one minute and then after two.
 */
public final class Schedules implements AutoCloseable {

  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Firing> repetitions = new ArrayList<>();
  private final Functions functions;
  private final RuntimeSettings settings;
  private final InstantSource clock;
  private final ScheduleLog log;
  private final Executor invocations;
  private final ExecutorService ownThreads;
  private final ScheduledExecutorService ticker;
  private @Nullable ScheduledFuture<?> ticking;

  private static final class Entry {
    final ScheduleDefinition definition;
    final String function;
    Optional<Instant> next;

    Entry(ScheduleDefinition definition, String function, Optional<Instant> next) {
      this.definition = definition;
      this.function = function;
      this.next = next;
    }
  }

  private record Firing(
      Entry entry, Instant scheduled, Instant due, int attempt, String requestId) {}

  public Schedules(
      Template template, Functions functions, RuntimeSettings settings, ScheduleLog log) {
    this(template, functions, settings, log, Executors.newCachedThreadPool(Schedules::daemon));
  }

  private Schedules(
      Template template,
      Functions functions,
      RuntimeSettings settings,
      ScheduleLog log,
      ExecutorService threads) {
    this(template, functions, settings, log, threads, threads);
  }

  /**
   * For tests: with an executor that runs in the caller, {@link #tick} returns when everything due
   * has been done.
   */
  Schedules(
      Template template,
      Functions functions,
      RuntimeSettings settings,
      ScheduleLog log,
      Executor invocations,
      ExecutorService ownThreads) {
    this.functions = functions;
    this.settings = settings;
    this.clock = settings.clock();
    this.log = log;
    this.invocations = invocations;
    this.ownThreads = ownThreads;
    this.ticker = Executors.newSingleThreadScheduledExecutor(Schedules::daemon);
    for (FunctionDefinition function : template.functions()) {
      function.schedules().forEach(definition -> add(definition, function.logicalId()));
    }
  }

  private void add(ScheduleDefinition definition, String function) {
    Optional<Instant> next =
        definition.enabled()
            ? definition.firing().next(clock.instant(), definition.zone())
            : Optional.empty();
    entries.put(definition.name(), new Entry(definition, function, next));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "schedules");
    thread.setDaemon(true);
    return thread;
  }

  public synchronized void start() {
    if (ticking == null) {
      ticking = ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }
  }

  /** When a schedule fires next; empty if it is disabled or over. */
  public synchronized Optional<Instant> next(String name) {
    return entry(name).next;
  }

  /**
   * Fires one schedule now, whatever the time and even if disabled, and waits for the result; it is
   * not repeated.
   */
  public InvocationResult fire(String name) {
    Instant now = clock.instant();
    Firing firing = new Firing(entry(name), now, now, 1, Invocation.untraced().requestId());
    InvocationResult result = invoke(firing);
    log.fired(name, firing.entry().function, firing.attempt(), result);
    return result;
  }

  private synchronized Entry entry(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          "There is no schedule \""
              + name
              + "\"; there are "
              + String.join(", ", entries.keySet()));
    }
    return entry;
  }

  /** Starts everything that is due. */
  void tick() {
    due(clock.instant()).forEach(firing -> invocations.execute(() -> run(firing)));
  }

  private synchronized List<Firing> due(Instant now) {
    List<Firing> due = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.next.isPresent() && !entry.next.get().isAfter(now)) {
        due.add(new Firing(entry, entry.next.get(), now, 1, Invocation.untraced().requestId()));
        entry.next = following(entry, entry.next.get(), now);
      }
    }
    repetitions.stream().filter(firing -> !firing.due().isAfter(now)).forEach(due::add);
    repetitions.removeAll(due);
    return due;
  }

  /** The first firing after now; a rate keeps its rhythm when one was late. */
  private static Optional<Instant> following(Entry entry, Instant fired, Instant now) {
    Optional<Instant> next = entry.definition.firing().next(fired, entry.definition.zone());
    return next.isPresent() && !next.get().isAfter(now)
        ? entry.definition.firing().next(now, entry.definition.zone())
        : next;
  }

  private void run(Firing firing) {
    InvocationResult result = invoke(firing);
    log.fired(firing.entry().definition.name(), firing.entry().function, firing.attempt(), result);
    if (!result.succeeded() && firing.attempt() <= firing.entry().definition.retries()) {
      Instant due = clock.instant().plus(FIRST_RETRY.multipliedBy(firing.attempt()));
      synchronized (this) {
        repetitions.add(
            new Firing(
                firing.entry(), firing.scheduled(), due, firing.attempt() + 1, firing.requestId()));
      }
    }
  }

  private InvocationResult invoke(Firing firing) {
    byte[] event = input(firing).getBytes(StandardCharsets.UTF_8);
    return functions.invoke(firing.entry().function, event, new Invocation(firing.requestId(), ""));
  }

  /**
   * The declared input with Scheduler's context attributes filled in, or the event Scheduler sends
   * by itself.
   */
  private String input(Firing firing) {
    ScheduleDefinition schedule = firing.entry().definition;
    String arn =
        "arn:aws:scheduler:"
            + settings.region()
            + ":"
            + settings.accountId()
            + ":schedule/default/"
            + schedule.name();
    String time = firing.scheduled().truncatedTo(ChronoUnit.SECONDS).toString();
    if (schedule.input().isPresent()) {
      return schedule
          .input()
          .get()
          .replace("<aws.scheduler.schedule-arn>", arn)
          .replace("<aws.scheduler.scheduled-time>", time)
          .replace("<aws.scheduler.execution-id>", firing.requestId())
          .replace("<aws.scheduler.attempt-number>", String.valueOf(firing.attempt()));
    }
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0").put("id", firing.requestId()).put("detail-type", "Scheduled Event");
    event.put("source", "aws.scheduler").put("account", settings.accountId()).put("time", time);
    event.put("region", settings.region()).putArray("resources").add(arn);
    event.put("detail", "{}");
    return event.toString();
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    ownThreads.shutdownNow();
  }
}
