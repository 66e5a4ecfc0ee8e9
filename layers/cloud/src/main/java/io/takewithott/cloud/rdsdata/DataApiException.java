package io.takewithott.cloud.rdsdata;

import java.util.OptionalLong;

/** A refusal in AWS's terms: HTTP status, error type, message. */
final class DataApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final long connectionId;

  private DataApiException(int status, String type, String message, long connectionId) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.connectionId = connectionId;
  }

  private static DataApiException of(int status, String type, String message) {
    return new DataApiException(status, type, message, -1);
  }

  static DataApiException badRequest(String message) {
    return of(400, "BadRequestException", message);
  }

  static DataApiException validation(String message) {
    return of(400, "ValidationException", message);
  }

  static DataApiException serialization(String message) {
    return of(400, "SerializationException", message);
  }

  static DataApiException database(String message) {
    return of(400, "DatabaseErrorException", message);
  }

  static DataApiException secretNotFound(String secretArn) {
    return badRequest(
        "Error fetching secret %s : Secrets Manager can't find the specified secret."
            .formatted(secretArn));
  }

  static DataApiException invalidSecret() {
    return of(
        400,
        "InvalidSecretException",
        "The Secrets Manager secret used with the request isn't valid.");
  }

  static DataApiException resuming(String resourceArn) {
    return of(
        400,
        "DatabaseResumingException",
        "The Aurora DB instance %s is resuming after being auto-paused. Please wait a few seconds and try again."
            .formatted(resourceArn));
  }

  static DataApiException statementTimeout(long connectionId) {
    return new DataApiException(
        400, "StatementTimeoutException", "Request timed out", connectionId);
  }

  static DataApiException unsupportedResult(String typeName) {
    return of(
        400,
        "UnsupportedResultException",
        "The result contains the unsupported data type " + typeName + ".");
  }

  static DataApiException responseTooLarge() {
    return badRequest("Database returned more than the allowed response size limit");
  }

  static DataApiException rowTooLarge(int limitBytes) {
    return badRequest(
        "Packet for query is too large. The result set returned for a row was larger than %d bytes"
            .formatted(limitBytes));
  }

  static DataApiException requestTooLarge(int limitBytes) {
    return of(
        413,
        "RequestEntityTooLargeException",
        "Request size exceeded the limit of %d bytes".formatted(limitBytes));
  }

  static DataApiException unsupportedMediaType(String contentType) {
    return of(
        415,
        "UnsupportedMediaTypeException",
        "Content type %s is not supported; send application/json".formatted(contentType));
  }

  static DataApiException unknownOperation() {
    return of(404, "UnknownOperationException", "Only POST is supported");
  }

  static DataApiException missingAuthentication() {
    return of(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  static DataApiException incompleteSignature() {
    return of(
        400,
        "IncompleteSignatureException",
        "Authorization header requires 'Credential' parameter with a full scope, 'SignedHeaders' and 'Signature'.");
  }

  static DataApiException unrecognizedClient() {
    return of(
        403,
        "UnrecognizedClientException",
        "The security token included in the request is invalid.");
  }

  static DataApiException transactionNotFound(String id, String cause) {
    return of(
        404, "TransactionNotFoundException", "Transaction %s is not found%s".formatted(id, cause));
  }

  static DataApiException unavailable(String message) {
    return of(503, "ServiceUnavailableError", message);
  }

  static DataApiException databaseUnavailable() {
    return of(
        504,
        "DatabaseUnavailableException",
        "The writer instance in the DB cluster isn't available");
  }

  static DataApiException internal() {
    return of(500, "InternalServerErrorException", "An internal error occurred.");
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  /** The server process that was running the statement, where AWS tells it. */
  OptionalLong connectionId() {
    return connectionId < 0 ? OptionalLong.empty() : OptionalLong.of(connectionId);
  }
}
