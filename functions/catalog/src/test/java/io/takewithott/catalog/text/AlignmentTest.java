package io.takewithott.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlignmentTest {
  @Test
  void aTextAgainstItselfIsPerfect() {
    byte[] line = sounds("날 쏘고 가라");
    Alignment alignment = new Alignment(line);

    assertThat(alignment.score(line, 0, line.length)).isEqualTo(alignment.perfect());
  }

  @Test
  void aPartIsAsGoodAsItIsLong() {
    byte[] part = sounds("쏘고");
    byte[] line = sounds("날 쏘고 가라");

    assertThat(new Alignment(part).score(line, 0, line.length)).isEqualTo(10 * part.length);
  }

  /** Sounds ㅂㅏㄴ... the forgotten word 밥은 is five sounds: one gap of 7 + 5 · 2. */
  @Test
  void aForgottenWordIsOneGap() {
    byte[] said = sounds("나는 먹었다");
    byte[] line = sounds("나는 국수 먹었다");

    assertThat(new Alignment(said).score(line, 0, line.length))
        .isEqualTo(10 * said.length - 7 - 2 * 5);
  }

  @Test
  void aSoundAlikeCostsLessThanAnother() {
    byte[] line = sounds("가라");

    assertThat(new Alignment(sounds("카라")).score(line, 0, 4)).isEqualTo(37);
    assertThat(new Alignment(sounds("사라")).score(line, 0, 4)).isEqualTo(30);
  }

  @Test
  void theWayBackPairsWhatTheScoreCounts() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] query = randomSounds(random);
      byte[] line = randomSounds(random);
      int score = new Alignment(query).score(line, 0, line.length);
      boolean[] paired = new Alignment(query).paired(line);
      int pairs = 0;
      for (boolean pair : paired) {
        pairs += pair ? 1 : 0;
      }
      assertThat(10 * pairs).isGreaterThanOrEqualTo(score);
      assertThat(pairs > 0).isEqualTo(score > 0);
    }
  }

  @Test
  void spansCoverWhatWasSaid() {
    FoldedText line = FoldedText.of("밥은 먹고 다니냐?");
    Units sounds = Sounds.of(line);

    assertThat(Span.of(line, sounds, new Alignment(sounds("먹고")).paired(sounds.bytes()), 3))
        .isEqualTo(List.of(new Span(3, 5)));
  }

  private static byte[] randomSounds(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append((char) ('가' + random.nextInt(11172)));
    }
    return sounds(text.toString());
  }

  private static byte[] sounds(String text) {
    return Sounds.of(FoldedText.of(text)).bytes();
  }
}
