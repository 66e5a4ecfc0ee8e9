package io.takewithott.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.takewithott.local.runtime.InvocationResult.Outcome;
import io.takewithott.local.runtime.TestHandlers.Obedient;
import io.takewithott.local.template.LayerDefinition;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real child processes with AWS's runtime client; their task root is the folder of the test
 * classes.
 */
final class IsolatedTest {

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<Functions> opened = new ArrayList<>();
  private final RuntimeSettings settings =
      RuntimeSettings.standard(
              "ap-northeast-2", "000000000000", (function, instance, line) -> log.add(line))
          .withInitTimeout(Duration.ofSeconds(60))
          .withExtraEnvironment(Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1"));

  private Path folder;
  private LayerDefinition layer;

  @BeforeEach
  void layOutLayer(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Path library = Files.createDirectories(folder.resolve("layer/java/lib"));
    for (Class<?> type : List.of(APIGatewayV2HTTPEvent.class, Resource.class)) {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      Files.copy(jar, library.resolve(type.getSimpleName() + ".jar"));
    }
    layer = new LayerDefinition("Layer", folder.resolve("layer"));
  }

  @AfterEach
  void close() {
    opened.forEach(Functions::close);
  }

  @Test
  void processAnswersSeveralEventsAndKnowsItsContext() throws Exception {
    Functions functions = functions(TestFunctions.of(Obedient.class));

    assertThat(invoke(functions, "echo 안녕").text()).isEqualTo("\"echo 안녕\"");
    assertThat(invoke(functions, "count").text()).isEqualTo("2");
    assertThat(functions.invoke("F", bytes("context"), new Invocation("r-1", "Root=1-a")).text())
        .isEqualTo(
            "r-1 F $LATEST arn:aws:lambda:ap-northeast-2:000000000000:function:F:live /aws/lambda/F"
                + " local/[$LATEST]1 256 true Root=1-a");
    assertThat(invoke(functions, "pid").text())
        .isNotEqualTo(String.valueOf(ProcessHandle.current().pid()));

    InvocationResult failure = invoke(functions, "fail");
    assertThat(failure.outcome()).isEqualTo(Outcome.FUNCTION_ERROR);
    assertThat(failure.text()).contains("\"errorMessage\":\"told to fail\"");
    assertThat(invoke(functions, "count").text()).isEqualTo("6");

    assertThat(invoke(functions, "print").succeeded()).isTrue();
    awaitLog("안녕 from stdout", "and from stderr");

    InvocationResult large = invoke(functions, "large 6291455");
    assertThat(large.outcome()).isEqualTo(Outcome.RESPONSE_TOO_LARGE);
    assertThat(invoke(functions, "echo again").text()).isEqualTo("\"echo again\"");
  }

  @Test
  void environmentIsTheFunctionsOwn() {
    Functions functions = functions(TestFunctions.of(Obedient.class));

    assertThat(invoke(functions, "environment").text())
        .isEqualTo(
            "[AWS_ACCESS_KEY_ID, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_S3, AWS_EXECUTION_ENV,"
                + " AWS_LAMBDA_FUNCTION_MEMORY_SIZE, AWS_LAMBDA_FUNCTION_NAME, AWS_LAMBDA_FUNCTION_VERSION,"
                + " AWS_LAMBDA_INITIALIZATION_TYPE, AWS_LAMBDA_LOG_GROUP_NAME, AWS_LAMBDA_LOG_STREAM_NAME,"
                + " AWS_LAMBDA_RUNTIME_API, AWS_REGION, AWS_SECRET_ACCESS_KEY, LAMBDA_TASK_ROOT, LANG, STAGE, TZ,"
                + " _HANDLER]");
    assertThat(invoke(functions, "variable STAGE").text()).isEqualTo("로컬");
    assertThat(invoke(functions, "variable AWS_LAMBDA_INITIALIZATION_TYPE").text())
        .isEqualTo("on-demand");
  }

  @Test
  void layersJarsAreOnTheClassPath() {
    Functions functions = functions(TestFunctions.of(TestHandlers.Typed.class));

    InvocationResult result =
        functions.invoke(
            "F",
            bytes("{\"rawPath\":\"/a\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}"),
            Invocation.untraced());

    assertThat(result.text()).isEqualTo("{\"path\":\"/a GET\"}");
  }

  @Test
  void crashIsReportedAndTheNextEventGetsANewProcess() {
    Functions functions = functions(TestFunctions.of(Obedient.class));
    String first = invoke(functions, "pid").text();

    InvocationResult crash = functions.invoke("F", bytes("exit"), new Invocation("r-1", ""));

    assertThat(crash.outcome()).isEqualTo(Outcome.CRASHED);
    assertThat(crash.text())
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\","
                + "\"errorMessage\":\"RequestId: r-1 Error: Runtime exited with error: exit status 7\"}");
    assertThat(invoke(functions, "pid").text()).isNotEqualTo(first);
  }

  @Test
  void missedDeadlineKillsTheProcess() {
    Functions functions =
        functions(TestFunctions.of(Obedient.class).timeout(Duration.ofSeconds(3)));
    long first = Long.parseLong(invoke(functions, "pid").text());

    InvocationResult result =
        functions.invoke("F", bytes("sleep 60000"), new Invocation("r-1", ""));

    assertThat(result.text())
        .isEqualTo(
            "{\"errorType\":\"Sandbox.Timedout\","
                + "\"errorMessage\":\"RequestId: r-1 Error: Task timed out after 3.00 seconds\"}");
    assertThat(invoke(functions, "count").text()).isEqualTo("1");
    assertThat(ends(first)).isTrue();
  }

  @Test
  void failedConstructorIsAnInitFailure() {
    InvocationResult result = invoke(functions(TestFunctions.of(TestHandlers.Broken.class)), "x");

    assertThat(result.outcome()).isEqualTo(Outcome.INIT_FAILED);
    assertThat(result.text()).contains("no secret");
  }

  @Test
  void snapStartFunctionIsRestoredBeforeItsFirstEvent() {
    Functions primed = functions(TestFunctions.of(TestHandlers.Primed.class).withSnapStart());
    Functions plain = functions(TestFunctions.of(TestHandlers.Primed.class));

    assertThat(invoke(primed, "x").text()).isEqualTo("checkpoint restore");
    assertThat(invoke(plain, "x").text()).isEmpty();
  }

  @Test
  void closingEndsTheProcess() {
    Functions functions = functions(TestFunctions.of(Obedient.class));
    long pid = Long.parseLong(invoke(functions, "pid").text());

    functions.close();

    assertThat(ends(pid)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"idle", "busy"})
  void processEndsWhenTheServerIsKilled(String state) throws Exception {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ServerToKill.class.getName(),
                testClasses().toString(),
                layer.contentFolder().toString(),
                state)
            .redirectErrorStream(true)
            .start();
    long pid = Long.parseLong(server.inputReader().readLine());
    assertThat(ProcessHandle.of(pid)).isPresent();
    Thread.sleep(500);

    server.destroyForcibly().waitFor();

    assertThat(ends(pid)).isTrue();
  }

  @Test
  void missingArtifactsAreNamedTogether() {
    TestFunctions function =
        TestFunctions.of(Obedient.class)
            .at(folder.resolve("no"), new LayerDefinition("Layer", folder.resolve("none")));

    assertThatThrownBy(() -> Functions.isolated(List.of(function.build()), settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Isolated functions run from built artifacts; build them first (mvn package). Missing are\n"
                + "F: its code should be the folder "
                + folder.resolve("no")
                + "\n"
                + "F: its layer Layer should have the folder "
                + folder.resolve("none/java/lib"));
  }

  private Functions functions(TestFunctions function) {
    Functions functions =
        Functions.isolated(List.of(function.at(testClasses(), layer).build()), settings);
    opened.add(functions);
    return functions;
  }

  private static Path testClasses() {
    try {
      return Path.of(
          TestHandlers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InvocationResult invoke(Functions functions, String order) {
    return functions.invoke("F", bytes(order), Invocation.untraced());
  }

  private static byte[] bytes(String order) {
    String json = order.startsWith("{") ? order : "\"" + order + "\"";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean ends(long pid) {
    for (int i = 0;
        i < 400 && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
        i++) {
      pause();
    }
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
  }

  private void awaitLog(String... lines) {
    for (int i = 0; i < 100 && !log.containsAll(List.of(lines)); i++) {
      pause();
    }
    assertThat(log).contains(lines);
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
