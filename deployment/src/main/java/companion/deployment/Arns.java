package companion.deployment;

/** Names of this machine's tables and objects, as policies write them. */
final class Arns {
  static final String REGION = "us-east-1";
  static final String ACCOUNT = "000000000000";

  private Arns() {}

  /** Of a table by its name; DynamoDB takes its ARN as well. */
  static String table(String name) {
    return name.startsWith("arn:")
        ? name
        : "arn:aws:dynamodb:" + REGION + ":" + ACCOUNT + ":table/" + name;
  }

  static String index(String table, String index) {
    return table(table) + "/index/" + index;
  }

  static String bucket(String name) {
    return "arn:aws:s3:::" + name;
  }

  static String object(String bucket, String key) {
    return bucket(bucket) + "/" + key;
  }
}
