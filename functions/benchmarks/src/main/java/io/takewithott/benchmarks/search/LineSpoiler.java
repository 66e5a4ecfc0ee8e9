package io.takewithott.benchmarks.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Spoils lines, the same from the same seed. */
final class LineSpoiler {
  private static final int LEAST_PART = 6;

  private static final List<String> BEFORE =
      List.of("음 ", "어... ", "그... ", "그 뭐냐 ", "그 뭐더라 ", "아 그거 ", "저기 ", "막 ", "어 그 ");
  private static final List<String> BEHIND =
      List.of(
          " 라는 대사",
          " 하는 대사 나오는 영화",
          " 이런 대사가 있는 영화",
          " 나오는 영화",
          " 그 대사 뭐더라",
          " 라고 하는 장면",
          " 대사 있잖아",
          " 뭐였지",
          "");
  private static final List<String> ENGLISH_BEFORE =
      List.of("um ", "uh ", "the movie where he says ", "it was something like ", "well ");
  private static final List<String> ENGLISH_BEHIND =
      List.of(" something like that", " or something", " what is that movie", "");
  private static final String USUAL = "가나다라마바사아자하이그저은는에의고지도서로한해";

  private final Random random;

  LineSpoiler(long seed) {
    this.random = new Random(seed);
  }

  String spoil(String line, Corruption corruption) {
    return switch (corruption) {
      case NO_SPACES -> bare(line).replace(" ", "");
      case WRONG_SPACES -> wrongSpaces(bare(line));
      case PART -> part(bare(line));
      case DROPPED_WORDS -> droppedWords(bare(line));
      case SIMILAR_SOUNDS -> misheard(bare(line), 0.2);
      case RECOGNISER -> recognised(bare(line));
      case FILLERS -> withFillers(bare(line));
      case MIXED -> mixed(line);
    };
  }

  private String mixed(String line) {
    List<Corruption> first =
        List.of(Corruption.PART, Corruption.DROPPED_WORDS, Corruption.NO_SPACES);
    List<Corruption> second =
        List.of(Corruption.SIMILAR_SOUNDS, Corruption.RECOGNISER, Corruption.FILLERS);
    String once = spoil(line, first.get(random.nextInt(first.size())));
    return spoil(once, second.get(random.nextInt(second.size())));
  }

  static boolean isKorean(String line) {
    return line.codePoints().anyMatch(letter -> letter >= '가' && letter <= '힣');
  }

  private static String bare(String line) {
    return line.replaceAll("[\\p{P}\\p{S}&&[^']]+", " ").replaceAll("\\s+", " ").strip();
  }

  private String wrongSpaces(String line) {
    return line.replace(" ", "")
        .codePoints()
        .mapToObj(letter -> Character.toString(letter) + (random.nextInt(4) == 0 ? " " : ""))
        .collect(Collectors.joining())
        .strip();
  }

  private String part(String line) {
    String[] words = line.split(" ");
    int least = Math.max(1, (words.length + 1) / 2);
    for (int length = least; length < words.length; length++) {
      int from = random.nextInt(words.length - length + 1);
      String part = String.join(" ", Arrays.copyOfRange(words, from, from + length));
      if (part.replace(" ", "").length() >= LEAST_PART * (isKorean(part) ? 1 : 2)) {
        return part;
      }
    }
    return line;
  }

  private String droppedWords(String line) {
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    int drops = words.size() < 3 ? 0 : Math.max(1, words.size() / 4);
    for (int i = 0; i < drops; i++) {
      words.remove(random.nextInt(words.size()));
    }
    return String.join(" ", words);
  }

  private String misheard(String line, double chance) {
    return line.codePoints()
        .mapToObj(
            letter ->
                random.nextDouble() < chance
                    ? SimilarSounds.exchange(letter, random)
                    : Character.toString(letter))
        .collect(Collectors.joining());
  }

  private String recognised(String line) {
    StringBuilder heard = new StringBuilder();
    String spoken = SimilarSounds.numerals(SimilarSounds.carriedOver(line, random), random);
    for (String word : spoken.split(" ")) {
      String left =
          word.length() > 2 && random.nextInt(12) == 0
              ? word.substring(0, word.length() - 1)
              : word;
      heard.append(heard.isEmpty() || random.nextInt(6) == 0 ? "" : " ").append(left);
    }
    String text = misheard(heard.toString(), 0.125);
    return text.codePoints()
        .mapToObj(
            letter ->
                letter >= '가' && letter <= '힣' && random.nextInt(20) == 0
                    ? String.valueOf(USUAL.charAt(random.nextInt(USUAL.length())))
                    : Character.toString(letter))
        .collect(Collectors.joining());
  }

  private String withFillers(String line) {
    return isKorean(line)
        ? any(BEFORE) + line + any(BEHIND)
        : any(ENGLISH_BEFORE) + line + any(ENGLISH_BEHIND);
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
