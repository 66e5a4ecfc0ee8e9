package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.takewithott.core.database.Sql;
import io.takewithott.core.json.Json;
import io.takewithott.local.chat.Assignment;
import io.takewithott.local.chat.Assignment.Outcome;
import io.takewithott.local.chat.ChatClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients in two processes, members of 20 rooms, whose lines are cut again and again: nothing is
 * lost, nothing comes twice, and everybody reads the same in the same order. {@code
 * -Dchat.messages=10000} for the full number.
 */
class ChatEndToEndTest {
  private static final int ROOMS = 20;
  private static final int IN_A_ROOM = 4;
  private static final int PROCESSES = 2;
  private static final int CUTS = 5;
  private static final int MESSAGES = Integer.getInteger("chat.messages", 400);
  private static final int USERS = MESSAGES > 2000 ? 40 : 10;

  /** The joining of everybody but the host stands in the room before. */
  private static final int JOINED = IN_A_ROOM - 1;

  @TempDir private Path folder = Path.of("");

  @Test
  void nothingIsLostTwiceOrOutOfOrder() throws Exception {
    run(false);
  }

  /** Now and then the function is killed, wherever it is between storing and showing a message. */
  @Test
  void norWithFunctionsInProcessesOfTheirOwnThatDie() throws Exception {
    run(true);
  }

  private void run(boolean isolated) throws Exception {
    try (RunningWorld world = RunningWorld.empty(isolated)) {
      List<RunningWorld.Member> members = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        members.add(world.join("chat"));
      }
      List<Long> rooms = rooms(world, members);
      long begun = System.nanoTime();
      Killer killer = new Killer(isolated);
      List<Outcome> outcomes = clients(world, members, rooms);
      int killed = killer.stop();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      compare(world, outcomes);
      report(isolated, outcomes, took, killed);
      assertThat(killed > 0).as("functions were killed").isEqualTo(isolated);
    }
  }

  private static List<Long> rooms(RunningWorld world, List<RunningWorld.Member> members) {
    List<Long> rooms = new ArrayList<>();
    for (int room = 0; room < ROOMS; room++) {
      long partyId = 900_000L + room;
      rooms.add(partyId);
      world
          .server()
          .database()
          .write(
              Sql.of(
                      """
                      insert into parties (party_id, host_id, service, plan, title, relation, seats, price, fee,
                                           starts_on, state, idempotency_key, created_at)
                      values (:party, :host, 'tving', 'premium', '같이 봐요', 'strangers', 4, 17000, 990,
                              current_date, 'open', :party::text, now())
                      """)
                  .bind("party", partyId)
                  .bind("host", member(members, room, 0).userId()));
      for (int i = 1; i < IN_A_ROOM; i++) {
        world
            .server()
            .database()
            .write(
                Sql.of(
                        """
                        with seat as (
                          insert into seats (party_id, position, share, state, user_id)
                          values (:party, :position::smallint, 4250, 'taken', :member) returning seat_id)
                        insert into memberships (party_id, seat_id, user_id, state, joined_on, access_by)
                        select :party, seat_id, :member, 'active', current_date, now() from seat
                        """)
                    .bind("party", partyId)
                    .bind("position", i)
                    .bind("member", member(members, room, i).userId()));
      }
    }
    return rooms;
  }

  private static RunningWorld.Member member(
      List<RunningWorld.Member> members, int room, int place) {
    return members.get((room * IN_A_ROOM + place) % members.size());
  }

  private List<Outcome> clients(
      RunningWorld world, List<RunningWorld.Member> members, List<Long> rooms) throws Exception {
    int inRoom = MESSAGES / ROOMS;
    List<Process> processes = new ArrayList<>();
    List<Path> results = new ArrayList<>();
    for (int process = 0; process < PROCESSES; process++) {
      List<Assignment.Client> clients = new ArrayList<>();
      for (int user = process; user < members.size(); user += PROCESSES) {
        Map<Long, Long> expected = new LinkedHashMap<>();
        Map<Long, Integer> messages = new LinkedHashMap<>();
        for (int room = 0; room < ROOMS; room++) {
          for (int place = 0; place < IN_A_ROOM; place++) {
            if (member(members, room, place).equals(members.get(user))) {
              expected.put(rooms.get(room), (long) JOINED + inRoom);
              int share = inRoom / IN_A_ROOM + (place < inRoom % IN_A_ROOM ? 1 : 0);
              messages.put(rooms.get(room), share);
            }
          }
        }
        clients.add(
            new Assignment.Client(
                members.get(user).userId(), members.get(user).token(), expected, messages));
      }
      Path given = folder.resolve("assignment" + process + ".json");
      Path result = folder.resolve("outcomes" + process + ".json");
      Files.write(
          given,
          Json.bytes(new Assignment(world.server().address().toString(), clients, CUTS, 20261121)));
      results.add(result);
      processes.add(start(given, result, process));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int process = 0; process < PROCESSES; process++) {
      assertThat(processes.get(process).waitFor(20, TimeUnit.MINUTES)).isTrue();
      assertThat(results.get(process))
          .as(Files.readString(folder.resolve("output" + process + ".txt")))
          .exists();
      outcomes.addAll(
          Json.read(Files.readString(results.get(process)), new TypeReference<List<Outcome>>() {}));
    }
    return outcomes;
  }

  private Process start(Path given, Path result, int number) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChatClients.class.getName(),
            given.toString(),
            result.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output" + number + ".txt").toFile())
        .start();
  }

  private static void compare(RunningWorld world, List<Outcome> outcomes) {
    Map<Long, List<String>> stored = stored(world);
    assertThat(
            stored.values().stream()
                .flatMap(List::stream)
                .map(each -> each.substring(each.indexOf(' ') + 1))
                .filter(each -> each.startsWith("u"))
                .distinct()
                .count())
        .as("every message is stored, and none twice")
        .isEqualTo(MESSAGES);
    stored.forEach(
        (room, messages) ->
            assertThat(messages).as("room " + room).hasSize(JOINED + MESSAGES / ROOMS));
    for (Outcome outcome : outcomes) {
      assertThat(outcome.finished()).as("user " + outcome.userId()).isTrue();
      outcome
          .read()
          .forEach(
              (room, read) -> {
                List<String> all = stored.getOrDefault(room, List.of());
                int before = all.size() - read.size();
                assertThat(read)
                    .as("user " + outcome.userId() + " in room " + room)
                    .isEqualTo(all.subList(before, all.size()));
                assertThat(all.subList(0, before))
                    .as("what was said before they came")
                    .allMatch(line -> line.endsWith(" joined"))
                    .hasSizeLessThan(JOINED);
              });
    }
    assertThat(outcomes).hasSize(USERS);
  }

  private static Map<Long, List<String>> stored(RunningWorld world) {
    Map<Long, List<String>> stored = new TreeMap<>();
    for (int room = 0; room < ROOMS; room++) {
      long partyId = 900_000L + room;
      stored.put(
          partyId,
          world
              .server()
              .database()
              .read(
                  Sql.of(
                          """
                          select seq || ' ' || coalesce(body, kind) as line from room_messages
                           where party_id = :party order by seq
                          """)
                      .bind("party", partyId),
                  Stored.class)
              .stream()
              .map(Stored::line)
              .toList());
    }
    return stored;
  }

  private static void report(boolean isolated, List<Outcome> outcomes, Duration took, int killed) {
    List<Long> latencies =
        outcomes.stream().flatMap(each -> each.latencies().stream()).sorted().toList();
    System.out.printf(
        "chat %s: %d messages in %d rooms by %d clients in %d processes, %.1f s; connections %d, functions"
            + " killed %d; lost 0, duplicated 0, out of order 0; delivered by push %d (p50 %d ms, p99 %d ms), by"
            + " asking %d, left aside %d%n",
        isolated ? "isolated" : "in-process",
        MESSAGES,
        ROOMS,
        USERS,
        PROCESSES,
        took.toMillis() / 1000.0,
        outcomes.stream().mapToInt(Outcome::connections).sum(),
        killed,
        latencies.size(),
        at(latencies, 0.5),
        at(latencies, 0.99),
        outcomes.stream().mapToInt(Outcome::missed).sum(),
        outcomes.stream().mapToInt(Outcome::again).sum());
  }

  private static long at(List<Long> sorted, double part) {
    return sorted.isEmpty() ? 0 : sorted.get((int) (part * (sorted.size() - 1)));
  }

  record Stored(String line) {}

  /** Ends one of this test's own function processes every few seconds. */
  private static final class Killer {
    private static final String FUNCTION = "io.takewithott.community.ChatHandler";
    private static final int MOST = 6;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger killed = new AtomicInteger();
    private final Thread thread;

    Killer(boolean active) {
      this.thread = new Thread(this::kill, "killer");
      thread.setDaemon(true);
      if (active) {
        thread.start();
      }
    }

    int stop() {
      stopped.set(true);
      return killed.get();
    }

    private void kill() {
      while (!stopped.get() && killed.get() < MOST) {
        pause();
        ProcessHandle.current()
            .children()
            .filter(Killer::isTheFunction)
            .findAny()
            .filter(child -> !stopped.get() && child.destroyForcibly())
            .ifPresent(child -> killed.incrementAndGet());
      }
    }

    /**
     * Java itself tells only the beginning of a command as long as these; other systems, nothing.
     */
    private static boolean isTheFunction(ProcessHandle process) {
      Path command = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      try {
        return Files.exists(command) && Files.readString(command).contains(FUNCTION);
      } catch (IOException ended) {
        return false;
      }
    }

    private static void pause() {
      try {
        Thread.sleep(2000);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
