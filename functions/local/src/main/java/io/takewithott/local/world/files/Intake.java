package io.takewithott.local.world.files;

import io.takewithott.local.world.Availability;
import io.takewithott.local.world.BadLine;
import io.takewithott.local.world.Contents;
import io.takewithott.local.world.DataRefusedException;
import io.takewithott.local.world.Genres;
import io.takewithott.local.world.Nicknames;
import io.takewithott.local.world.Ratings;
import io.takewithott.local.world.Remarks;
import io.takewithott.local.world.Title;
import io.takewithott.local.world.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers what the lines of a folder say, and notes the lines that are left out. A file of which
 * more than a fifth of the first thousand lines is unusable is not what we take it for.
 */
final class Intake {
  static final int PROBED_LINES = 1000;
  static final int ONE_IN = 5;
  private static final int BAD_LINES_SHOWN = 10;

  private final Folder folder;
  private final List<Title> titles = new ArrayList<>();
  private final List<Viewer> viewers = new ArrayList<>();
  private final Map<String, Integer> titlePlaces = new HashMap<>();
  private final Map<String, Integer> viewerPlaces = new HashMap<>();
  private final Ratings.Collector ratings = new Ratings.Collector();
  private final Map<String, Long> droppedGenres = new TreeMap<>();
  private final List<BadLine> firstBadLines = new ArrayList<>();
  private long badLines;

  Intake(Folder folder) {
    this.folder = folder;
  }

  /** Takes one line, or rejects it. */
  interface LineTaker {
    void take(String line);
  }

  /** Gives each line that is not blank to the taker. */
  void lines(String file, Encoding encoding, LineTaker taker) {
    long lines = 0;
    long bad = 0;
    try (LineReader reader = folder.reader(file, encoding)) {
      while (reader.next()) {
        lines++;
        bad += isTaken(file, reader, taker) ? 0 : 1;
        if (lines == PROBED_LINES) {
          refuseIfMostlyBad(file, lines, bad);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    if (lines < PROBED_LINES) {
      refuseIfMostlyBad(file, lines, bad);
    }
  }

  /** Adds a title; a key that was there before is rejected. */
  void title(Title title) {
    if (titlePlaces.putIfAbsent(title.key(), titles.size()) != null) {
      throw new RejectedLine("title " + title.key() + " is there twice");
    }
    titles.add(title);
  }

  void rating(String viewerKey, String titleKey, int halfStars, long ratedAtEpochSeconds) {
    Integer title = titlePlaces.get(titleKey);
    if (title == null) {
      throw new RejectedLine("unknown title " + titleKey);
    }
    Integer viewer = viewerPlaces.get(viewerKey);
    if (viewer == null) {
      viewer = viewers.size();
      viewerPlaces.put(viewerKey, viewer);
      viewers.add(new Viewer(null, viewerKey, Nicknames.of(viewer + 1)));
    }
    ratings.add(viewer, title, halfStars, ratedAtEpochSeconds);
  }

  /** Our names of these genres; those we do not have are counted. */
  List<String> genres(Iterable<String> names) {
    Set<String> ours = new LinkedHashSet<>();
    for (String name : names) {
      Genres.named(name)
          .ifPresentOrElse(ours::add, () -> droppedGenres.merge(name.strip(), 1L, Long::sum));
    }
    return List.copyOf(ours);
  }

  /**
   * @throws DataRefusedException when nothing was taken
   */
  Contents contents() {
    if (titles.isEmpty() || ratings.size() == 0) {
      throw new DataRefusedException(
          folder.path()
              + " holds no "
              + (titles.isEmpty() ? "titles" : "ratings")
              + ". Nothing was imported.");
    }
    Ratings unique = ratings.ratings();
    return new Contents(
        titles,
        viewers,
        unique,
        Availability.UNKNOWN,
        new Remarks(badLines, firstBadLines, unique.duplicates(), droppedGenres));
  }

  private boolean isTaken(String file, LineReader reader, LineTaker taker) {
    try {
      String text = reader.text();
      if (!text.isBlank()) {
        taker.take(text);
      }
      return true;
    } catch (RejectedLine rejected) {
      badLines++;
      if (firstBadLines.size() < BAD_LINES_SHOWN) {
        firstBadLines.add(new BadLine(file, reader.number(), rejected.reason()));
      }
      return false;
    }
  }

  private void refuseIfMostlyBad(String file, long lines, long bad) {
    if (bad * ONE_IN > lines) {
      BadLine first =
          firstBadLines.stream().filter(line -> line.file().equals(file)).findFirst().orElseThrow();
      throw new DataRefusedException(
          "%s does not hold what its name says: %d of its first %d lines cannot be used (line %d: %s). Nothing was imported."
              .formatted(folder.path().resolve(file), bad, lines, first.line(), first.reason()));
    }
  }
}
