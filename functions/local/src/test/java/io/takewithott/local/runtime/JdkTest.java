package io.takewithott.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdkTest {
  @Test
  void anInstallationSaysWhatItIs() {
    Path home = Path.of(System.getProperty("java.home"));

    assertThat(Jdk.at(home).home()).isEqualTo(home);
    assertThat(Jdk.at(home).feature()).isEqualTo(Runtime.version().feature());
    assertThat(Jdk.running().feature()).isEqualTo(Runtime.version().feature());
    assertThat(new Jdk(home, "25").feature()).isEqualTo(25);
    assertThat(new Jdk(home, "26-ea").feature()).isEqualTo(26);
  }

  @Test
  void aFolderWithoutJavaIsRefused(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> Jdk.at(folder)).hasMessage("There is no Java in " + folder);
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
    assertThatThrownBy(() -> Jdk.at(folder)).hasMessage("There is no Java in " + folder);
  }

  @Test
  void thePeakOfAProcessIsReadFromItsStatus() {
    assertThat(
            ProcessUse.peakBytes(List.of("Name:\tjava", "VmHWM:\t   2048 kB", "VmRSS:\t 1024 kB")))
        .isEqualTo(2 * 1024 * 1024);
    assertThat(ProcessUse.peakBytes(List.of("Name:\tjava", "VmHWM:\tmuch kB"))).isZero();
    assertThat(ProcessUse.peakBytes(List.of())).isZero();
    assertThat(ProcessUse.of(ProcessHandle.current()).peakBytes()).isGreaterThan(1 << 20);
  }
}
