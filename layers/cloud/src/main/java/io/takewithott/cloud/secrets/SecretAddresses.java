package io.takewithott.cloud.secrets;

/** The region and account that secrets belong to. */
public record SecretAddresses(String region, String accountId) {

  String arn(String name, String suffix) {
    return "arn:aws:secretsmanager:" + region + ":" + accountId + ":secret:" + name + "-" + suffix;
  }
}
