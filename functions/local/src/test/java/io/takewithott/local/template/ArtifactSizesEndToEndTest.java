package io.takewithott.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.testing.Checkout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What would be uploaded, zipped and unpacked, against Lambda's limits. */
class ArtifactSizesEndToEndTest {
  private static final long MEGABYTE = 1024 * 1024;

  /** Of a function and its layers, unpacked. */
  private static final long MOST_UNPACKED = 250 * MEGABYTE;

  /** Of a zip that is uploaded without a bucket; none of ours comes near. */
  private static final long MOST_ZIPPED = 50 * MEGABYTE;

  @Test
  void everyArtifactAndTheLayerFitLambda() throws IOException {
    JsonNode template = RealTemplate.read();
    Map<String, Size> sizes = new TreeMap<>();
    for (JsonNode function : RealTemplate.ofType(template, "AWS::Serverless::Function").values()) {
      if (function.has("CodeUri")) {
        String code = function.path("CodeUri").asText();
        sizes.putIfAbsent(code, size(code));
      }
    }
    Size layer = size("layers/bundle/target/layer");
    StringBuilder table = new StringBuilder(row("the layer", layer));
    sizes.forEach((code, size) -> table.append(row(code, size)));
    System.out.print(table);
    Files.writeString(Checkout.root().resolve("functions/local/target/sizes.txt"), table);

    assertThat(sizes).hasSizeGreaterThan(6);
    sizes.forEach(
        (code, size) -> {
          assertThat(size.unpacked + layer.unpacked).as(code).isLessThan(MOST_UNPACKED);
          assertThat(size.zipped).as(code).isLessThan(MOST_ZIPPED).isPositive();
        });
  }

  private static String row(String name, Size size) {
    return String.format(
        Locale.ROOT,
        "%-40s %6.2f MB zipped, %6.2f MB unpacked%n",
        name,
        (double) size.zipped / MEGABYTE,
        (double) size.unpacked / MEGABYTE);
  }

  private static Size size(String folder) throws IOException {
    Path root = Checkout.root().resolve(folder);
    Counting zipped = new Counting();
    long unpacked = 0;
    try (Stream<Path> files = Files.walk(root);
        ZipOutputStream zip = new ZipOutputStream(zipped)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(root.relativize(file).toString()));
        unpacked += Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    // Only now is the zip's directory written.
    return new Size(zipped.bytes, unpacked);
  }

  private record Size(long zipped, long unpacked) {}

  private static final class Counting extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int offset, int length) {
      bytes += length;
    }
  }
}
