package io.takewithott.core.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.core.objects.Checksum;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingFormatTest {
  private static final Ranking RANKING =
      new Ranking(
          7,
          3,
          "m1",
          Instant.parse("2026-11-21T00:00:00Z"),
          List.of(
              new RankedTitle(
                  5, 0.9, 4.5, List.of(1L), new RankedTitle.Shares(0.25, 0.5, 0.125, 0.125))),
          List.of(new RankedRow(RankedRow.Kind.BECAUSE, Optional.of(1L), List.of(5L))));

  @Test
  void whatIsWrittenIsRead() {
    assertThat(RankingFormat.read(RankingFormat.write(RANKING))).contains(RANKING);
  }

  @Test
  void aDamagedByteAnywhereMakesItNoRanking() {
    byte[] bytes = RankingFormat.write(RANKING);
    for (int i = 0; i < bytes.length; i++) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 1;
      assertThat(RankingFormat.read(damaged)).as("byte " + i).isEmpty();
    }
  }

  @Test
  void aHalfWrittenOneIsNoRanking() {
    byte[] bytes = RankingFormat.write(RANKING);
    for (int length = 0; length < bytes.length; length++) {
      assertThat(RankingFormat.read(Arrays.copyOf(bytes, length))).isEmpty();
    }
  }

  @Test
  void oneOfANewerShapeIsNoRankingHere() {
    String json = new String(RankingFormat.write(RANKING), StandardCharsets.UTF_8);
    String newer = json.substring(json.indexOf('\n') + 1).replace("BECAUSE", "SEASON");
    byte[] body = newer.getBytes(StandardCharsets.UTF_8);

    assertThat(
            RankingFormat.read(
                ("TWO-RANKING 1 " + Checksum.sha256(body) + "\n" + newer)
                    .getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }
}
