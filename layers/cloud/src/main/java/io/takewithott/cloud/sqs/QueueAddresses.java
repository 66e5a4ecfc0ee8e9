package io.takewithott.cloud.sqs;

import java.net.URI;

/** The region and account that queues belong to, and the ARNs and URLs that follow from them. */
public record QueueAddresses(String region, String accountId) {

  public String arn(String queueName) {
    return "arn:aws:sqs:" + region + ":" + accountId + ":" + queueName;
  }

  /** The URL of a queue at an endpoint such as {@code http://127.0.0.1:9324}. */
  public String url(URI endpoint, String queueName) {
    return endpoint.getScheme()
        + "://"
        + endpoint.getAuthority()
        + "/"
        + accountId
        + "/"
        + queueName;
  }
}
