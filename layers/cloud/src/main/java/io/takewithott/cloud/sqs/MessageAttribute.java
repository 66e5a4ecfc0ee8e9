package io.takewithott.cloud.sqs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A typed value beside a message's body, with the names of the wire format.
 *
 * @param binaryValue the bytes in Base64, set exactly if the data type starts with {@code Binary}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageAttribute(
    @JsonProperty("DataType") String dataType,
    @JsonProperty("StringValue") @Nullable String stringValue,
    @JsonProperty("BinaryValue") @Nullable String binaryValue) {

  boolean isBinary() {
    return dataType.startsWith("Binary");
  }
}
