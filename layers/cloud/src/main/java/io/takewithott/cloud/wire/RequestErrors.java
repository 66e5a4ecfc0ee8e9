package io.takewithott.cloud.wire;

/** A service's errors for requests that do not reach any of its operations. */
public record RequestErrors(
    ServiceError missingAuthentication,
    ServiceError unrecognizedClient,
    ServiceError invalidSignature,
    ServiceError tooLong,
    ServiceError notJson) {}
