package io.takewithott.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.cloud.rdsdata.RdsDataHandler;
import io.takewithott.cloud.rdsdata.RdsDataHandler.Answer;
import io.takewithott.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.RdsDataException;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;
import software.amazon.awssdk.services.rdsdata.model.StatementTimeoutException;

/**
 * The Data API without a network in between, for tests that make ten thousands of calls: what AWS's
 * client and HTTP would add is tested elsewhere. Single statements only.
 */
final class NearDataClient implements RdsDataClient {
  private final Supplier<RdsDataHandler> api;
  private final Runnable counter;

  NearDataClient(Supplier<RdsDataHandler> api, Runnable counter) {
    this.api = api;
    this.counter = counter;
  }

  @Override
  public String serviceName() {
    return RdsDataClient.SERVICE_NAME;
  }

  @Override
  public void close() {
    // Nothing was opened.
  }

  @Override
  public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
    counter.run();
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("resourceArn", request.resourceArn());
    body.put("secretArn", request.secretArn());
    body.put("database", request.database());
    body.put("sql", request.sql());
    body.put("formatRecordsAs", request.formatRecordsAsAsString());
    body.put("includeResultMetadata", request.includeResultMetadata());
    for (SqlParameter parameter : request.parameters()) {
      ObjectNode each = body.withArrayProperty("parameters").addObject();
      each.put("name", parameter.name());
      if (parameter.typeHint() != null) {
        each.put("typeHint", parameter.typeHintAsString());
      }
      put(each.putObject("value"), parameter.value());
    }
    try {
      return response(api.get().call("/Execute", Json.bytes(body)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void put(ObjectNode value, Field field) {
    switch (field.type()) {
      case IS_NULL -> value.put("isNull", true);
      case BOOLEAN_VALUE -> value.put("booleanValue", field.booleanValue());
      case LONG_VALUE -> value.put("longValue", field.longValue());
      case DOUBLE_VALUE -> value.put("doubleValue", field.doubleValue());
      case STRING_VALUE -> value.put("stringValue", field.stringValue());
      case BLOB_VALUE -> value.put("blobValue", field.blobValue().asByteArray());
      default -> throw new IllegalArgumentException("No such value is sent: " + field.type());
    }
  }

  private static ExecuteStatementResponse response(Answer answer) {
    if (answer.status() != 200) {
      throw refusal(answer);
    }
    JsonNode json = Json.tree(answer.body());
    ExecuteStatementResponse.Builder response =
        ExecuteStatementResponse.builder()
            .numberOfRecordsUpdated(json.path("numberOfRecordsUpdated").asLong());
    if (json.hasNonNull("formattedRecords")) {
      return response.formattedRecords(json.path("formattedRecords").asText()).build();
    }
    List<ColumnMetadata> columns = new ArrayList<>();
    json.path("columnMetadata")
        .forEach(
            column ->
                columns.add(ColumnMetadata.builder().label(column.path("label").asText()).build()));
    List<List<Field>> records = new ArrayList<>();
    for (JsonNode row : json.path("records")) {
      List<Field> fields = new ArrayList<>();
      row.forEach(field -> fields.add(field(field)));
      records.add(fields);
    }
    return response.columnMetadata(columns).records(records).build();
  }

  private static Field field(JsonNode field) {
    String kind = field.fieldNames().next();
    JsonNode value = field.path(kind);
    return switch (kind) {
      case "isNull" -> Field.fromIsNull(true);
      case "booleanValue" -> Field.fromBooleanValue(value.asBoolean());
      case "longValue" -> Field.fromLongValue(value.asLong());
      case "doubleValue" -> Field.fromDoubleValue(value.asDouble());
      case "stringValue" -> Field.fromStringValue(value.asText());
      case "blobValue" -> Field.fromBlobValue(SdkBytes.fromUtf8String(value.asText()));
      default -> throw new IllegalStateException("No such value is answered: " + kind);
    };
  }

  private static RdsDataException refusal(Answer answer) {
    String message = new String(answer.body(), StandardCharsets.UTF_8);
    return switch (answer.error()) {
      case "DatabaseErrorException" -> DatabaseErrorException.builder().message(message).build();
      case "StatementTimeoutException" ->
          StatementTimeoutException.builder().message(message).build();
      default ->
          (RdsDataException)
              RdsDataException.builder()
                  .statusCode(answer.status())
                  .awsErrorDetails(
                      AwsErrorDetails.builder()
                          .errorCode(answer.error())
                          .errorMessage(message)
                          .build())
                  .message(message)
                  .build();
    };
  }
}
