package io.takewithott.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.takewithott.local.runtime.InvocationResult.Outcome;
import io.takewithott.local.runtime.TestHandlers.NoHandler;
import io.takewithott.local.runtime.TestHandlers.Obedient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InProcessTest {

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final List<Functions> opened = new ArrayList<>();
  private RuntimeSettings settings =
      RuntimeSettings.standard(
          "ap-northeast-2",
          "000000000000",
          (function, instance, line) -> log.add(instance + " " + line));

  @AfterEach
  void close() {
    opened.forEach(Functions::close);
  }

  @Test
  void streamHandlerKeepsItsInstance() {
    Functions functions = functions(TestFunctions.of(Obedient.class));

    assertThat(invoke(functions, "echo 안녕").text()).isEqualTo("\"echo 안녕\"");
    assertThat(invoke(functions, "count").text()).isEqualTo("2");
  }

  @Test
  void handlerMayNameItsMethod() {
    Functions functions =
        functions(
            TestFunctions.of(Obedient.class).handler(Obedient.class.getName() + "::handleRequest"));

    assertThat(invoke(functions, "count").text()).isEqualTo("1");
  }

  @Test
  void environmentGoesToTheConstructorAndTheLoggerToTheSink() {
    settings = settings.withExtraEnvironment(Map.of("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1"));
    Functions functions = functions(TestFunctions.of(TestHandlers.Configured.class));

    assertThat(invoke(functions, "{}").text()).isEqualTo("로컬 http://127.0.0.1:1");
    assertThat(log).containsExactly("local/[$LATEST]1 first", "local/[$LATEST]1 second");
  }

  @Test
  void eventClassesAreReadAsTheRuntimeReadsThem() {
    Functions functions = functions(TestFunctions.of(TestHandlers.Typed.class));

    InvocationResult result =
        functions.invoke(
            "F",
            bytes("{\"rawPath\":\"/a\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}"),
            Invocation.untraced());

    assertThat(result.text()).isEqualTo("{\"path\":\"/a GET\"}");
  }

  @Test
  void ownTypesAreReadByTheirGenericType() {
    Functions functions = functions(TestFunctions.of(TestHandlers.OwnTypes.class));

    InvocationResult result =
        functions.invoke(
            "F", bytes("[{\"title\":\"괴물\"},{\"title\":\"기생충\"}]"), Invocation.untraced());

    assertThat(result.text()).isEqualTo("{\"title\":\"기생충\"}");
  }

  @Test
  void contextIsFull() {
    Functions functions = functions(TestFunctions.of(Obedient.class));

    InvocationResult result =
        functions.invoke("F", bytes("\"context\""), new Invocation("r-1", "Root=1-a"));

    assertThat(result.text())
        .isEqualTo(
            "r-1 F $LATEST arn:aws:lambda:ap-northeast-2:000000000000:function:F:live /aws/lambda/F"
                + " local/[$LATEST]1 256 true Root=1-a");
  }

  @Test
  void thrownExceptionBecomesAnErrorDocumentAndTheInstanceStays() throws Exception {
    Functions functions = functions(TestFunctions.of(Obedient.class));

    InvocationResult result = invoke(functions, "fail");

    assertThat(result.outcome()).isEqualTo(Outcome.FUNCTION_ERROR);
    JsonNode error = new ObjectMapper().readTree(result.payload());
    assertThat(error.get("errorMessage").textValue()).isEqualTo("told to fail");
    assertThat(error.get("errorType").textValue()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.get("stackTrace").get(0).textValue())
        .contains("TestHandlers$Obedient.handleRequest");
    assertThat(invoke(functions, "count").text()).isEqualTo("2");
  }

  @Test
  void missedDeadlineEndsTheInstance() {
    Functions functions =
        functions(TestFunctions.of(Obedient.class).timeout(Duration.ofSeconds(1)));

    InvocationResult result =
        functions.invoke("F", bytes("\"sleep 20000\""), new Invocation("r-1", ""));

    assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(result.text())
        .isEqualTo(
            "{\"errorType\":\"Sandbox.Timedout\","
                + "\"errorMessage\":\"RequestId: r-1 Error: Task timed out after 1.00 seconds\"}");
    assertThat(invoke(functions, "count").text()).isEqualTo("1");
  }

  @Test
  void failedConstructorIsAnInitFailureEveryTime() {
    Functions functions = functions(TestFunctions.of(TestHandlers.Broken.class));

    assertThat(invoke(functions, "x").outcome()).isEqualTo(Outcome.INIT_FAILED);
    assertThat(invoke(functions, "x").text())
        .startsWith(
            "{\"errorMessage\":\"no secret\",\"errorType\":\"java.lang.IllegalStateException\"");
  }

  @Test
  void slowConstructorIsAnInitFailure() {
    settings = settings.withInitTimeout(Duration.ofMillis(300));
    Functions functions = functions(TestFunctions.of(TestHandlers.Slow.class));

    assertThat(invoke(functions, "x").text())
        .isEqualTo(
            "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"The handler"
                + " io.takewithott.local.runtime.TestHandlers$Slow was not ready after 0.30 seconds\"}");
  }

  @Test
  void classThatIsNoHandlerIsRefused() {
    assertThat(invoke(functions(TestFunctions.of(NoHandler.class)), "x").text())
        .contains(
            "io.takewithott.local.runtime.TestHandlers$NoHandler implements neither RequestHandler nor RequestStreamHandler");
    assertThat(invoke(functions(TestFunctions.of(NoHandler.class).handler("a.B::run")), "x").text())
        .contains(
            "The handler a.B::run names a method; supported are a class that implements RequestHandler or"
                + " RequestStreamHandler, and its method handleRequest");
  }

  @Test
  void eventsRunSideBySideInInstancesOfTheirOwn() {
    Functions functions = functions(TestFunctions.of(Obedient.class));

    CompletableFuture<InvocationResult> first =
        CompletableFuture.supplyAsync(() -> invoke(functions, "sleep 1500"));
    pause();

    assertThat(invoke(functions, "count").text()).isEqualTo("1");
    assertThat(first.join().succeeded()).isTrue();
  }

  @Test
  void reservedConcurrencyThrottlesAtOnce() {
    Functions functions = functions(TestFunctions.of(Obedient.class).reserved(1));

    CompletableFuture<InvocationResult> first =
        CompletableFuture.supplyAsync(() -> invoke(functions, "sleep 1500"));
    pause();
    InvocationResult second = invoke(functions, "count");

    assertThat(second.outcome()).isEqualTo(Outcome.THROTTLED);
    assertThat(second.text())
        .isEqualTo(
            "{\"errorType\":\"TooManyRequestsException\",\"errorMessage\":\"Rate Exceeded: no instance of F is free\"}");
    assertThat(first.join().succeeded()).isTrue();
    assertThat(invoke(functions, "count").text()).isEqualTo("2");
  }

  @Test
  void withoutReservationEventsWaitForAFreeInstance() {
    settings = settings.withMaximumInstances(1);
    Functions functions = functions(TestFunctions.of(Obedient.class));

    CompletableFuture<InvocationResult> first =
        CompletableFuture.supplyAsync(() -> invoke(functions, "sleep 1000"));
    pause();

    assertThat(invoke(functions, "count").text()).isEqualTo("2");
    assertThat(first.join().succeeded()).isTrue();
  }

  @Test
  void payloadsPastSixMegabytesAreRefused() {
    Functions functions = functions(TestFunctions.of(Obedient.class));

    InvocationResult request =
        functions.invoke("F", new byte[6 * 1024 * 1024 + 1], Invocation.untraced());
    InvocationResult response = invoke(functions, "large 6291455");

    assertThat(request.text())
        .isEqualTo(
            "{\"errorType\":\"RequestTooLargeException\",\"errorMessage\":\"6291457 byte payload is too large for the"
                + " RequestResponse invocation type (limit 6291456 bytes)\"}");
    assertThat(response.text())
        .isEqualTo(
            "{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":\"Response payload size exceeded maximum"
                + " allowed payload size (6291456 bytes).\"}");
    assertThat(invoke(functions, "large 6291454").succeeded()).isTrue();
  }

  @Test
  void unknownFunctionIsNamedWithThoseThereAre() {
    Functions functions = functions(TestFunctions.of(Obedient.class));

    assertThatThrownBy(() -> functions.get("G"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no function \"G\"; there are F");
  }

  private Functions functions(TestFunctions function) {
    Functions functions =
        Functions.inProcess(List.of(function.build()), settings, getClass().getClassLoader());
    opened.add(functions);
    return functions;
  }

  private static InvocationResult invoke(Functions functions, String order) {
    return functions.invoke("F", bytes("\"" + order + "\""), Invocation.untraced());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void pause() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
