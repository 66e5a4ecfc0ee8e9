package io.takewithott.cloud.rdsdata;

/**
 * What a caller has to name to be served: the cluster, the secret with its password, and the access
 * key the request is signed with. Calls that name no database get the default one.
 */
public record RdsDataCluster(
    String resourceArn, String secretArn, String defaultDatabase, String accessKeyId) {}
