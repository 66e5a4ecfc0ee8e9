package io.takewithott.local.world;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was left out while reading.
 *
 * @param firstBadLines the first few of them
 * @param droppedGenres genres that this system does not have, with the number of titles naming each
 */
public record Remarks(
    long badLines,
    List<BadLine> firstBadLines,
    long duplicateRatings,
    Map<String, Long> droppedGenres) {
  public static final Remarks NONE = new Remarks(0, List.of(), 0, Map.of());

  public Remarks {
    firstBadLines = List.copyOf(firstBadLines);
    droppedGenres = Collections.unmodifiableMap(new TreeMap<>(droppedGenres));
  }
}
