package io.takewithott.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.chat.Assignment.Outcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A client as it should be: sends again what was not acknowledged, puts what comes in the order of
 * its numbers, and asks for what it misses, after every opening, at every gap, and when a heartbeat
 * says so.
 */
final class ChatClient implements Callable<Outcome> {
  private static final int MOST_UNACKNOWLEDGED = 2;
  private static final long RESEND_NANOS = Duration.ofSeconds(4).toNanos();
  private static final long GAP_NANOS = Duration.ofMillis(800).toNanos();
  private static final long HEARTBEAT_NANOS = Duration.ofSeconds(3).toNanos();
  private static final long LONGEST_NANOS = Duration.ofMinutes(15).toNanos();

  private final HttpClient http;
  private final URI api;
  private final Assignment.Client work;
  private final Random random;
  private final Map<Long, RoomLog> rooms = new TreeMap<>();
  private final Deque<Unsent> unsent = new ArrayDeque<>();
  private final Map<String, Unsent> unacknowledged = new LinkedHashMap<>();
  private final List<Long> latencies = new ArrayList<>();
  private final int untilCut;
  private int cutsLeft;
  private int heardSinceOpening;
  private int connections;
  private int missed;
  private long pausedUntil;
  private @Nullable Line line;

  ChatClient(HttpClient http, URI api, Assignment.Client work, int cuts, Random random) {
    this.http = http;
    this.api = api;
    this.work = work;
    this.random = random;
    this.cutsLeft = cuts;
    work.expected().keySet().forEach(room -> rooms.put(room, new RoomLog()));
    List<Unsent> all = new ArrayList<>();
    work.messages()
        .forEach(
            (room, count) -> {
              for (int i = 0; i < count; i++) {
                all.add(new Unsent(room, "u" + work.userId() + "r" + room + "n" + i));
              }
            });
    java.util.Collections.shuffle(all, random);
    unsent.addAll(all);
    long toHear = work.expected().values().stream().mapToLong(each -> each).sum();
    this.untilCut = (int) Math.max(5, toHear / (cuts + 1));
  }

  @Override
  public Outcome call() throws Exception {
    long end = System.nanoTime() + LONGEST_NANOS;
    long heartbeat = System.nanoTime() + HEARTBEAT_NANOS;
    while (!finished() && System.nanoTime() < end) {
      Line now = connected();
      sendMore(now);
      JsonNode heard = now.next(20);
      while (heard != null && now.isOpen()) {
        hear(now, heard);
        heard = now.next(0);
      }
      if (heardSinceOpening > untilCut && cutsLeft > 0) {
        cutsLeft--;
        now.cut();
        Thread.sleep(random.nextInt(300));
      }
      askForGaps(now);
      if (System.nanoTime() > heartbeat) {
        now.say(Map.of("action", "ping"));
        heartbeat = System.nanoTime() + HEARTBEAT_NANOS;
      }
    }
    Line last = line;
    if (last != null) {
      last.cut();
    }
    return outcome();
  }

  private boolean finished() {
    return unsent.isEmpty()
        && unacknowledged.isEmpty()
        && rooms.entrySet().stream()
            .allMatch(each -> each.getValue().last() >= expected(each.getKey()));
  }

  private long expected(long room) {
    return work.expected().getOrDefault(room, 0L);
  }

  private Line connected() throws Exception {
    Line now = line;
    while (now == null || !now.isOpen()) {
      try {
        now = Line.open(http, api, work.token());
      } catch (Exception notNow) {
        Thread.sleep(200);
        continue;
      }
      line = now;
      connections++;
      heardSinceOpening = 0;
      unacknowledged.values().forEach(each -> each.sentAtNanos = 0);
      for (Map.Entry<Long, RoomLog> room : rooms.entrySet()) {
        ask(now, room.getKey(), room.getValue());
      }
    }
    return now;
  }

  private void sendMore(Line now) {
    long nanos = System.nanoTime();
    if (nanos < pausedUntil) {
      return;
    }
    while (unacknowledged.size() < MOST_UNACKNOWLEDGED && !unsent.isEmpty()) {
      Unsent next = unsent.removeFirst();
      unacknowledged.put(next.clientId, next);
    }
    for (Unsent each : unacknowledged.values()) {
      if (each.sentAtNanos == 0 || nanos - each.sentAtNanos > RESEND_NANOS) {
        each.sentAtNanos = nanos;
        now.say(
            Map.of(
                "action",
                "send",
                "partyId",
                each.room,
                "clientId",
                each.clientId,
                "text",
                each.text()));
      }
    }
  }

  private void hear(Line now, JsonNode heard) {
    heardSinceOpening++;
    switch (heard.path("type").asText()) {
      case "message" -> {
        if (take(heard.path("partyId").asLong(), heard.path("message"))) {
          Moment.in(heard.at("/message/text").asText())
              .ifPresent(sent -> latencies.add(System.currentTimeMillis() - sent));
        }
      }
      case "ack" -> {
        unacknowledged.remove(heard.path("clientId").asText());
        take(heard.path("partyId").asLong(), heard.path("message"));
      }
      case "sync" -> {
        long room = heard.path("partyId").asLong();
        log(room).begin(heard.path("firstSeq").asLong());
        for (JsonNode message : heard.path("messages")) {
          missed += take(room, message) ? 1 : 0;
        }
        if (heard.path("more").asBoolean()) {
          ask(now, room, log(room));
        }
      }
      case "rooms" ->
          heard
              .path("rooms")
              .forEach(
                  room -> {
                    RoomLog log = log(room.path("partyId").asLong());
                    if (room.path("lastSeq").asLong() > log.last()) {
                      ask(now, room.path("partyId").asLong(), log);
                    }
                  });
      case "error" -> refused(heard);
      case "reconnect" -> now.cut();
      default -> {}
    }
  }

  private void refused(JsonNode error) {
    long wait = error.at("/details/retryAfterSeconds").asLong(0);
    pausedUntil = System.nanoTime() + Duration.ofMillis(Math.max(300, wait * 1000)).toNanos();
    Unsent again = unacknowledged.get(error.path("clientId").asText());
    if (again != null) {
      again.sentAtNanos = 0;
    }
  }

  private boolean take(long room, JsonNode message) {
    String text =
        message.path("kind").asText().equals("text")
            ? message.path("text").asText()
            : message.path("kind").asText();
    return log(room).take(message.path("seq").asLong(), text, System.nanoTime());
  }

  private RoomLog log(long room) {
    RoomLog log = rooms.get(room);
    if (log == null) {
      throw new IllegalStateException("something came from a room of others: " + room);
    }
    return log;
  }

  private void askForGaps(Line now) {
    rooms.forEach(
        (room, log) -> {
          if (log.gap(System.nanoTime(), GAP_NANOS)) {
            ask(now, room, log);
          }
        });
  }

  private static void ask(Line now, long room, RoomLog log) {
    log.asked(System.nanoTime());
    now.say(Map.of("action", "sync", "partyId", room, "after", log.last()));
  }

  private Outcome outcome() {
    Map<Long, List<String>> read = new TreeMap<>();
    rooms.forEach((room, log) -> read.put(room, log.read()));
    return new Outcome(
        work.userId(),
        finished(),
        read,
        connections,
        rooms.values().stream().mapToInt(RoomLog::again).sum(),
        missed,
        latencies);
  }

  /** A message that is not known to be stored. */
  private static final class Unsent {
    private final long room;
    private final String clientId;
    private long sentAtNanos;
    private @Nullable String text;

    Unsent(long room, String clientId) {
      this.room = room;
      this.clientId = clientId;
    }

    /** The same however often it is sent. */
    String text() {
      String fixed = text;
      if (fixed == null) {
        fixed = clientId + " " + Moment.text(System.currentTimeMillis());
        text = fixed;
      }
      return fixed;
    }
  }
}
