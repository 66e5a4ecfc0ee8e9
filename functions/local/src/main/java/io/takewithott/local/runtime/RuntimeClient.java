package io.takewithott.local.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * AWS's runtime interface client for child processes: its jars as they lie on our own class path,
 * and its native library, unpacked once. Each process unpacking it for itself, as it would by
 * default, writes the same file in the temporary folder while another may be running from it.
 */
record RuntimeClient(List<Path> jars, Path nativeLibrary) {

  static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  static final String NATIVE_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  static RuntimeClient unpack(Path folder) {
    String resource = "/jni/libaws-lambda-jni." + platform() + ".so";
    Path library = folder.resolve("libaws-lambda-jni.so");
    try (InputStream in = AWSLambda.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "The runtime interface client has no "
                + resource
                + ": isolated functions need Linux on x86_64 or aarch64;"
                + " run them in the server's own process here");
      }
      Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IllegalStateException(
          "The runtime interface client's library could not be written to " + library, e);
    }
    Set<Path> jars = new LinkedHashSet<>();
    for (Class<?> type :
        List.of(
            AWSLambda.class, Context.class, JacksonFactory.class, SdkInternalThreadLocal.class)) {
      jars.add(jarOf(type));
    }
    return new RuntimeClient(List.copyOf(jars), library);
  }

  private static String platform() {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
      return "other";
    }
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    boolean musl = Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
    return (musl ? "linux_musl" : "linux") + (arm ? "-aarch_64" : "-x86_64");
  }

  private static Path jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The place of " + type + " is not a path", e);
    }
  }
}
