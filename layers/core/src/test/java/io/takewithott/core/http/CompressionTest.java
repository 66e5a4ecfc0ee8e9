package io.takewithott.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {
  private static final Response LONG =
      Response.ok(List.of("살인의 추억 ".repeat(400))).withHeader("etag", "\"abc\"");

  @Test
  void whatIsReadIsShorterAndTheSame() throws Exception {
    Response sent = Compression.of(LONG, "GET", "gzip, deflate, br");

    assertThat(sent.body().length).isLessThan(LONG.body().length / 10);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(sent.body())).readAllBytes())
        .isEqualTo(LONG.body());
    assertThat(sent.headers())
        .containsEntry("content-encoding", "gzip")
        .containsEntry("vary", "accept-encoding")
        .containsEntry("etag", "W/\"abc\"");
  }

  @ParameterizedTest
  @CsvSource({"GET,", "GET,identity", "GET,'gzip;q=0'", "GET,'br, gzip;q=0.0'", "POST,gzip"})
  void otherwiseItIsSentAsItIs(String method, @Nullable String accepted) {
    Response sent = Compression.of(LONG, method, accepted);

    assertThat(sent.body()).isEqualTo(LONG.body());
    assertThat(sent.headers())
        .containsEntry("etag", "\"abc\"")
        .doesNotContainKey("content-encoding");
  }

  @Test
  void whatIsOnePersonsOwnIsKeptForNobodyElse() {
    Response own = LONG.withHeader("vary", "authorization");

    assertThat(Compression.of(own, "GET", "gzip").headers())
        .containsEntry("vary", "authorization, accept-encoding");
    assertThat(Compression.of(own, "GET", null).headers())
        .containsEntry("vary", "authorization, accept-encoding");
  }

  @Test
  void whatIsShortOrNoTextStaysAsItIs() {
    Response brief = Response.ok(List.of("짧아요"));
    Response picture = Response.bytes(200, "image/png", new byte[5_000]);

    assertThat(Compression.of(brief, "GET", "gzip")).isSameAs(brief);
    assertThat(Compression.of(picture, "GET", "gzip")).isSameAs(picture);
  }
}
