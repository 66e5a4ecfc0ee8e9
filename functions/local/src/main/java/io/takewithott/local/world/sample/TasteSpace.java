package io.takewithott.local.world.sample;

import io.takewithott.local.world.Person;
import io.takewithott.local.world.Title;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is true of the films before anybody sees them: how good each is, how well known, and what
 * each group of viewers makes of it. A group has opinions of directors and keywords too, which
 * nobody told it: they are what ratings know and genres do not.
 */
final class TasteSpace {
  private static final double OF_DIRECTOR = 0.7;
  private static final double OF_KEYWORDS = 0.4;
  private static final double OF_FILM = 0.3;

  /**
   * Fame falls with the rank as in Zipf's law, flattened at the top so that no film has everybody.
   */
  private static final double ZIPF_EXPONENT = 3.0;

  private static final int ZIPF_FLATTENED = 60;

  private static final double QUALITY_OF_KNOWN = 0.7;
  private static final double RENOWN_OF_KNOWN = 2.5;

  private final double[][] affinities;
  private final double[] qualities;
  private final double[] logFames;

  TasteSpace(List<Title> films, Set<String> known, List<TasteGroup> groups, long seed) {
    this.qualities =
        films.stream()
            .mapToDouble(
                film ->
                    Draws.named(seed, "quality", film.key()).normal()
                        + (known.contains(film.key()) ? QUALITY_OF_KNOWN : 0))
            .toArray();
    this.affinities =
        groups.stream()
            .map(
                group ->
                    standardised(
                        films.stream().mapToDouble(f -> opinion(group, f, seed)).toArray()))
            .toArray(double[][]::new);
    this.logFames = logFames(films, known, seed);
  }

  /** Deviation 1 over all films. */
  double quality(int film) {
    return qualities[film];
  }

  double logFame(int film) {
    return logFames[film];
  }

  /** What a group makes of a film: over all films mean 0, deviation 1. */
  double affinity(int group, int film) {
    return affinities[group][film];
  }

  private static double opinion(TasteGroup group, Title film, long seed) {
    double ofDirectors = 0;
    for (Person director : film.directors()) {
      ofDirectors += Draws.named(seed, "director", group.name(), director.originalName()).normal();
    }
    double ofKeywords = 0;
    for (String keyword : film.keywords()) {
      ofKeywords += Draws.named(seed, "keyword", group.name(), keyword).normal();
    }
    return group.opinionOf(film)
        + OF_DIRECTOR * ofDirectors / Math.sqrt(Math.max(1, film.directors().size()))
        + OF_KEYWORDS * ofKeywords / Math.sqrt(Math.max(1, film.keywords().size()))
        + OF_FILM * Draws.named(seed, "film", group.name(), film.key()).normal();
  }

  private double[] logFames(List<Title> films, Set<String> known, long seed) {
    double[] renown =
        IntStream.range(0, films.size())
            .mapToDouble(
                film ->
                    renown(films.get(film), qualities[film], seed)
                        + (known.contains(films.get(film).key()) ? RENOWN_OF_KNOWN : 0))
            .toArray();
    int[] ranked =
        IntStream.range(0, films.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer film) -> -renown[film]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] fames = new double[films.size()];
    for (int rank = 0; rank < ranked.length; rank++) {
      fames[ranked[rank]] = -ZIPF_EXPONENT * StrictMath.log(rank + 1.0 + ZIPF_FLATTENED);
    }
    return fames;
  }

  /** Good, recent, quoted and widely offered films are better known, and some are for no reason. */
  private static double renown(Title film, double quality, long seed) {
    Integer year = film.year();
    double decadesOld = year == null ? 2 : Math.max(0, 2026 - year) / 10.0;
    return 0.8 * quality
        - 0.35 * decadesOld
        + 0.25 * film.services().size()
        + 0.4 * film.lines().size()
        + Draws.named(seed, "renown", film.key()).normal();
  }

  private static double[] standardised(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    double deviation = variance == 0 ? 1 : Math.sqrt(variance);
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = (values[i] - mean) / deviation;
    }
    return result;
  }
}
