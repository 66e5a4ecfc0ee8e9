package io.takewithott.core.queue;

import io.takewithott.core.json.Json;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends to one queue. */
public final class MessageQueue {
  private final SqsClient client;
  private final String url;

  public MessageQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Sends the value as JSON; it has been stored when this returns.
   *
   * @throws QueueException when it may not have been
   */
  public void send(Object message) {
    send(message, 0);
  }

  /**
   * The same, to be delivered after so many seconds, at most 900.
   *
   * @throws QueueException when it may not have been stored
   */
  public void send(Object message, int delaySeconds) {
    try {
      client.sendMessage(
          request -> {
            request.queueUrl(url).messageBody(Json.text(message));
            if (delaySeconds > 0) {
              request.delaySeconds(delaySeconds);
            }
          });
    } catch (SdkException failure) {
      throw new QueueException(failure);
    }
  }
}
