package io.takewithott.cloud.wire;

/**
 * What services that speak AWS JSON differ in.
 *
 * @param name the service's name in our log
 * @param signingName its name in a credential scope
 * @param targetPrefix what stands before the operation in {@code X-Amz-Target}
 * @param messageMember the member of an error that holds its message
 * @param internalError the type of the error for a failure of ours
 */
public record AwsJsonService(
    String name,
    String signingName,
    String targetPrefix,
    String contentType,
    String messageMember,
    String internalError,
    int maximumRequestBytes) {}
