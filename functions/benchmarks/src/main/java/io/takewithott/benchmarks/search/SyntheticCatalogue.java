package io.takewithott.benchmarks.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A large catalogue that does not exist, the same every time: sentences and titles of words out of
 * the shipped synopses, some of them everywhere and most of them rare (Zipf's law), so that they
 * look and sound as Korean does. The shipped lines' own words are not among them unless a synopsis
 * has them.
 */
final class SyntheticCatalogue {
  private static final String FAMILY_NAMES = "김이박최정강조윤장임한오서신권황안송류홍";
  private static final int MOST_LINE_WORDS = 9;

  private final Random random;
  private final List<String> words;
  private final List<String> syllables;

  private SyntheticCatalogue(long seed, List<String> words, List<String> syllables) {
    this.random = new Random(seed);
    this.words = words;
    this.syllables = syllables;
    Collections.shuffle(words, random);
  }

  /**
   * @param root of the checkout
   */
  static SyntheticCatalogue of(Path root, long seed) {
    Set<String> words = new LinkedHashSet<>();
    Set<String> syllables = new LinkedHashSet<>();
    try {
      for (String row : Files.readAllLines(root.resolve(ShippedFilms.FILE))) {
        JsonNode film = Json.tree(row.getBytes(StandardCharsets.UTF_8));
        for (String word : film.path("synopsis").asText("").split("[^가-힣]+")) {
          if (!word.isEmpty()) {
            words.add(word);
            word.codePoints().mapToObj(Character::toString).forEach(syllables::add);
          }
        }
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    return new SyntheticCatalogue(seed, new ArrayList<>(words), new ArrayList<>(syllables));
  }

  /** A sentence of two to nine words. */
  String line() {
    return sentence(2 + random.nextInt(MOST_LINE_WORDS - 1)) + (random.nextInt(3) == 0 ? "?" : "");
  }

  /** One to three words, and now and then a part. */
  String title() {
    return sentence(1 + random.nextInt(3))
        + (random.nextInt(6) == 0 ? " " + (2 + random.nextInt(3)) : "");
  }

  String person() {
    return FAMILY_NAMES.charAt(random.nextInt(FAMILY_NAMES.length()))
        + syllables.get(random.nextInt(syllables.size()))
        + syllables.get(random.nextInt(syllables.size()));
  }

  private String sentence(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(word());
    }
    return text.toString();
  }

  /** Zipf's law with an exponent below one, as of word forms rather than words. */
  private String word() {
    double place = Math.pow(random.nextDouble(), 2);
    return words.get((int) (place * words.size()));
  }
}
