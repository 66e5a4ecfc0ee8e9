package io.takewithott.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.Environment;
import io.takewithott.core.cloud.CloudClients;
import io.takewithott.core.cloud.CloudConfig;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.ObjectStoreException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Objects that come and go by way of files, also over a connection that breaks on the way. */
class LargeObjectTest {
  @RegisterExtension static final TestEndpoints ENDPOINTS = TestEndpoints.start();

  /** More than any buffer on the way holds. */
  private static final int BYTES = 3_000_000;

  private static final int MIDDLE = BYTES / 2;

  private final Path folder;
  private final byte[] large = new byte[BYTES];

  LargeObjectTest(@TempDir Path folder) {
    this.folder = folder;
    new Random(1).nextBytes(large);
    ENDPOINTS.objects().put("large", large, "application/octet-stream");
  }

  @Test
  void anObjectBecomesAFile() throws Exception {
    try (FileChannel file = file()) {
      assertThat(ENDPOINTS.objects().download("large", file)).isTrue();
      assertThat(content(file)).isEqualTo(large);
    }
  }

  @Test
  void aFileBecomesAnObject() throws Exception {
    try (FileChannel file = file()) {
      file.write(ByteBuffer.wrap(large));

      ENDPOINTS.objects().upload("uploaded", file, "application/octet-stream");

      assertThat(file.isOpen()).isTrue();
      assertThat(ENDPOINTS.objects().get("uploaded").orElseThrow().bytes()).isEqualTo(large);
    }
  }

  @Test
  void whatIsNotThereIsNotDownloaded() throws Exception {
    try (FileChannel file = file()) {
      assertThat(ENDPOINTS.objects().download("nothing", file)).isFalse();
    }
  }

  @Test
  void anEmptyObjectIsAnEmptyFile() throws Exception {
    ENDPOINTS.objects().put("empty", new byte[0], "text/plain");
    try (FileChannel file = file()) {
      file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));

      assertThat(ENDPOINTS.objects().download("empty", file)).isTrue();
      assertThat(file.size()).isZero();
    }
  }

  @Test
  void aDownloadThatIsCutInTheMiddleBeginsAnew() throws Exception {
    try (CuttingProxy proxy = proxy(2);
        FileChannel file = file()) {
      assertThat(objects(proxy).download("large", file)).isTrue();
      assertThat(content(file)).isEqualTo(large);
    }
  }

  @Test
  void aDownloadThatIsAlwaysCutFails() throws Exception {
    try (CuttingProxy proxy = proxy(Integer.MAX_VALUE);
        FileChannel file = file()) {
      assertThatThrownBy(() -> objects(proxy).download("large", file))
          .isInstanceOf(ObjectStoreException.class)
          .hasMessage("S3 failed at large");
    }
  }

  @Test
  void anUploadWhoseAnswerIsLostIsRepeatedWhole() throws Exception {
    try (CuttingProxy proxy = CuttingProxy.before(server(), 1);
        FileChannel file = file()) {
      file.write(ByteBuffer.wrap(large));

      objects(proxy).upload("uploaded", file, "application/octet-stream");

      assertThat(ENDPOINTS.objects().get("uploaded").orElseThrow().bytes()).isEqualTo(large);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsNamed() throws Exception {
    try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
      assertThatThrownBy(() -> ENDPOINTS.objects().download("large", full))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("No space left on device");
    }
  }

  private FileChannel file() throws Exception {
    return FileChannel.open(
        folder.resolve("file"),
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  private static byte[] content(FileChannel file) throws Exception {
    ByteBuffer content = ByteBuffer.allocate((int) file.size());
    file.read(content, 0);
    return content.array();
  }

  private static CuttingProxy proxy(int cuts) {
    return CuttingProxy.before(server(), cuts, MIDDLE);
  }

  private static URI server() {
    return URI.create(ENDPOINTS.environment().getOrDefault("AWS_ENDPOINT_URL_S3", ""));
  }

  private static ObjectStore objects(CuttingProxy proxy) {
    Map<String, String> environment = new HashMap<>(ENDPOINTS.environment());
    environment.put("AWS_ENDPOINT_URL_S3", proxy.address().toString());
    return Environment.of(environment)
        .read(
            settings ->
                new CloudClients(CloudConfig.from(settings))
                    .objects(TestEndpoints.BUCKET, Duration.ofSeconds(30)));
  }
}
