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
    try {
      client.sendMessage(request -> request.queueUrl(url).messageBody(Json.text(message)));
    } catch (SdkException failure) {
      throw new QueueException(failure);
    }
  }
}
