package io.takewithott.benchmarks.serving;

import io.takewithott.core.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Asks routes one request after the other, each with other titles than the one before. */
final class RouteTimes {
  private static final int WARM_UP = 150;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NEARLY_ALL = 0.99;

  /** Wishes of a rotation plan. */
  private static final int WISHES = 12;

  private final ServedWorld world;
  private final int requests;
  private final Random random = new Random(20261121);

  RouteTimes(ServedWorld world, int requests) {
    this.world = world;
    this.requests = requests;
  }

  List<Timed> measure() throws IOException, InterruptedException {
    String second =
        Json.tree(world.get("/titles?genre=drama", false)).path("next").asText();
    List<Timed> all = new ArrayList<>();
    all.add(timed("GET /titles/{id}", () -> world.get("/titles/" + title(), false)));
    all.add(timed("GET /titles/{id}/mine", () -> world.get("/titles/" + title() + "/mine", true)));
    all.add(timed("GET /titles/{id}/poster", () -> world.get("/titles/" + title() + "/poster", false)));
    all.add(timed("GET /home, member", () -> world.get("/home", true)));
    all.add(timed("GET /home, visitor", () -> world.get("/home", false)));
    all.add(timed("GET /titles", () -> world.get("/titles", false)));
    all.add(
        timed(
            "GET /titles?genre=drama, second page",
            () -> world.get("/titles?genre=drama&cursor=" + second, false)));
    all.add(
        timed(
            "GET /titles, six filters, by rating",
            () ->
                world.get(
                    "/titles?genre=drama&yearFrom=1990&ageAtMost=15&service=netflix&rating=2.5&country=KR&sort=rating",
                    false)));
    all.add(timed("GET /titles?q=, by title", () -> world.get("/titles?q=%EC%82%AC%EB%9E%91&sort=title", false)));
    all.add(timed("GET /people/{id}", () -> world.get("/people/" + person(), false)));
    all.add(timed("GET /ranks", () -> world.get("/ranks", false)));
    all.add(timed("GET /genres", () -> world.get("/genres", false)));
    all.add(timed("GET /services", () -> world.get("/services", false)));
    all.add(timed("GET /value", () -> world.get("/value", true)));
    all.add(timed("POST /rotation", () -> world.call("POST", "/rotation", wishes(), true)));
    all.add(timed("GET /clips/{name}", () -> world.get("/clips/drama.webm", false)));
    return all;
  }

  private long title() {
    return world.titleIds().get(random.nextInt(world.titleIds().size()));
  }

  private long person() {
    return world.personIds().get(random.nextInt(world.personIds().size()));
  }

  private Map<String, Object> wishes() {
    List<Long> titles =
        random.longs(0, world.titleIds().size()).distinct().limit(WISHES).boxed().map(at -> world.titleIds().get(at.intValue())).toList();
    return Map.of(
        "titleIds", titles, "months", 6, "monthlyBudgetWon", 15_000, "titlesPerMonth", 4);
  }

  private Timed timed(String route, Asking asking) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      asking.ask();
    }
    double[] millis = new double[requests];
    for (int i = 0; i < requests; i++) {
      long start = System.nanoTime();
      asking.ask();
      millis[i] = (System.nanoTime() - start) / NANOS_PER_MILLI;
    }
    Arrays.sort(millis);
    return new Timed(route, millis[requests / 2], millis[(int) (requests * NEARLY_ALL)]);
  }

  /** One request. */
  private interface Asking {
    byte[] ask() throws IOException, InterruptedException;
  }

  record Timed(String route, double medianMillis, double nearlyAllMillis) {}
}
