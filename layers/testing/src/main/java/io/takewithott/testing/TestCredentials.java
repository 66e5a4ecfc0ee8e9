package io.takewithott.testing;

/** The keys that every endpoint of the tests accepts, where the AWS clients look for them. */
public final class TestCredentials {
  /** What {@code S3Server.temporary} expects. */
  public static final String ACCESS_KEY = "temporary";

  public static final String SECRET_KEY = "temporary-secret";

  private TestCredentials() {}

  static void use() {
    System.setProperty("aws.accessKeyId", ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", SECRET_KEY);
  }
}
