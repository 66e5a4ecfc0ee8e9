package io.takewithott.cloud.rdsdata;

/**
 * What a caller has to name to be served: the cluster, a secret with a username and its password,
 * and the access key the request is signed with. Calls that name no database get the default one.
 */
public record RdsDataCluster(
    String resourceArn, DatabaseSecrets secrets, String defaultDatabase, String accessKeyId) {}
