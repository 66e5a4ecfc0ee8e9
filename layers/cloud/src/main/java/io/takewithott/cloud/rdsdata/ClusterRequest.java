package io.takewithott.cloud.rdsdata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The members that every operation has. */
record ClusterRequest(
    RequestMembers members, String resourceArn, String secretArn, Optional<String> database) {
  static final int LONGEST_TRANSACTION_ID = 192;
  private static final int SHORTEST_ARN = 11;
  private static final int LONGEST_ARN = 100;
  private static final int LONGEST_DATABASE = 64;

  static ClusterRequest of(JsonNode body) {
    RequestMembers members = RequestMembers.of(body);
    ClusterRequest request =
        new ClusterRequest(
            members,
            members.required("resourceArn", SHORTEST_ARN, LONGEST_ARN),
            members.required("secretArn", SHORTEST_ARN, LONGEST_ARN),
            members.optional("database", 0, LONGEST_DATABASE));
    if (members.optional("schema", 0, LONGEST_DATABASE).isPresent()) {
      throw DataApiException.validation("Schema parameter isn't supported");
    }
    return request;
  }

  String transactionId() {
    String id = members.required("transactionId", 0, LONGEST_TRANSACTION_ID);
    members.requireValid();
    return id;
  }

  /** As whom the request wants the cluster's database asked. */
  LogIn logIn(RdsDataCluster cluster) {
    if (!resourceArn.equals(cluster.resourceArn())) {
      throw DataApiException.badRequest("Invalid cluster id: " + resourceArn);
    }
    String secret =
        cluster
            .secrets()
            .text(secretArn)
            .orElseThrow(() -> DataApiException.secretNotFound(secretArn));
    return LogIn.parse(secret).orElseThrow(DataApiException::invalidSecret);
  }
}
