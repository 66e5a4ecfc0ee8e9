package io.takewithott.cloud.ses;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.wire.CredentialScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code SendEmail} of SES version 2, for simple content and one recipient. */
public final class SesHandler extends Handler.Abstract {
  private static final String PATH = "/v2/email/outbound-emails";

  /** SES takes 40 MB; ours are a page of text. */
  private static final int LARGEST_BYTES = 256 * 1024;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Mailbox mailbox;
  private final String accessKeyId;
  private final InstantSource clock;

  public SesHandler(Mailbox mailbox, String accessKeyId, InstantSource clock) {
    this.mailbox = mailbox;
    this.accessKeyId = accessKeyId;
    this.clock = clock;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    if (!request.getMethod().equals("POST") || !Request.getPathInContext(request).equals(PATH)) {
      return false;
    }
    if (!isSigned(request)) {
      refuse(response, callback, 403, "UnrecognizedClientException", "The token is invalid.");
      return true;
    }
    Optional<SesError> failure = mailbox.nextFailure();
    Optional<ReceivedMail> mail = failure.isPresent() ? Optional.empty() : read(request);
    if (mail.isPresent()) {
      mailbox.add(mail.get());
      answer(
          response,
          callback,
          200,
          mapper.createObjectNode().put("MessageId", mail.get().messageId()));
    } else {
      SesError error = failure.orElse(SesError.BAD_REQUEST);
      refuse(response, callback, error.status(), error.type(), "The mail was not taken.");
    }
    return true;
  }

  private boolean isSigned(Request request) {
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return authorization != null
        && CredentialScope.parse(authorization)
            .filter(scope -> scope.service().equals("ses"))
            .filter(scope -> scope.accessKeyId().equals(accessKeyId))
            .isPresent();
  }

  private Optional<ReceivedMail> read(Request request) throws IOException {
    byte[] body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      body = in.readNBytes(LARGEST_BYTES + 1);
    }
    if (body.length > LARGEST_BYTES) {
      return Optional.empty();
    }
    try {
      return read(mapper.readTree(body));
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  private Optional<ReceivedMail> read(JsonNode sent) {
    JsonNode message = sent.path("Content").path("Simple");
    JsonNode recipients = sent.path("Destination").path("ToAddresses");
    String to = recipients.path(0).asText();
    String subject = message.path("Subject").path("Data").asText();
    if (recipients.size() != 1 || !to.contains("@") || subject.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReceivedMail(
            UUID.randomUUID().toString(),
            clock.instant(),
            sent.path("FromEmailAddress").asText(),
            to,
            subject,
            message.path("Body").path("Text").path("Data").asText(),
            message.path("Body").path("Html").path("Data").asText()));
  }

  private void refuse(Response response, Callback callback, int status, String type, String message)
      throws IOException {
    response.getHeaders().put("x-amzn-ErrorType", type);
    answer(response, callback, status, mapper.createObjectNode().put("message", message));
  }

  private void answer(Response response, Callback callback, int status, ObjectNode json)
      throws IOException {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
    response.write(true, ByteBuffer.wrap(mapper.writeValueAsBytes(json)), callback);
  }
}
