package io.takewithott.local.world.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class JsonChunksTest {

  @Test
  void rowsAreCountedInBytesOfUtf8() {
    // ["가"] has 7 bytes, ["가","나"] has 13, and ["😀"] has 8.
    assertThat(chunks(13, 100, "\"가\"", "\"나\"", "\"😀\"", "\"a\"", "\"b\"", "\"c\""))
        .containsExactly("[\"가\",\"나\"]", "[\"😀\",\"a\"]", "[\"b\",\"c\"]");
    assertThat(chunks(12, 100, "\"가\"", "\"나\"")).containsExactly("[\"가\"]", "[\"나\"]");
  }

  @Test
  void rowsAreCounted() {
    assertThat(chunks(100, 2, "1", "2", "3", "4", "5")).containsExactly("[1,2]", "[3,4]", "[5]");
  }

  @Test
  void noRowsMakeNoChunk() {
    assertThat(chunks(100, 2)).isEmpty();
  }

  @Test
  void rowThatFitsNoRequestIsRefused() {
    assertThatThrownBy(() -> chunks(10, 2, "1", "123456789"))
        .hasMessage("a row of 9 bytes fits no request");
  }

  @Property(tries = 300)
  void chunksAreWithinTheirBoundsAndLoseNothing(
      @ForAll @Size(max = 40) List<@StringLength(max = 12) String> texts,
      @ForAll @IntRange(min = 90, max = 200) int mostBytes,
      @ForAll @IntRange(min = 1, max = 7) int mostRows) {
    List<String> rows = texts.stream().map(Json::text).toList();
    List<JsonChunk> chunks = new ArrayList<>();
    new JsonChunks(rows.iterator(), mostBytes, mostRows).forEachRemaining(chunks::add);

    assertThat(chunks)
        .allSatisfy(
            chunk -> {
              assertThat(utf8Length(chunk)).isLessThanOrEqualTo(mostBytes);
              assertThat(chunk.rows()).isBetween(1, mostRows);
            });
    assertThat(
            chunks.stream()
                .map(chunk -> chunk.json().substring(1, chunk.json().length() - 1))
                .collect(Collectors.joining(",")))
        .isEqualTo(String.join(",", rows));
  }

  /** What the request's own encoding makes of it; half a surrogate pair becomes one byte. */
  private static int utf8Length(JsonChunk chunk) {
    return chunk.json().getBytes(StandardCharsets.UTF_8).length;
  }

  private static List<String> chunks(int mostBytes, int mostRows, String... rows) {
    List<String> chunks = new ArrayList<>();
    new JsonChunks(List.of(rows).iterator(), mostBytes, mostRows)
        .forEachRemaining(chunk -> chunks.add(chunk.json()));
    return chunks;
  }
}
