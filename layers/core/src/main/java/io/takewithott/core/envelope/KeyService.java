package io.takewithott.core.envelope;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/** AWS KMS, with one key that never leaves it. */
public final class KeyService {
  private final KmsClient client;
  private final String keyId;

  public KeyService(KmsClient client, String keyId) {
    this.client = client;
    this.keyId = keyId;
  }

  /** A new data key, bound to what it is for. */
  DataKey generate(Seal seal) {
    try {
      GenerateDataKeyResponse response =
          client.generateDataKey(
              request ->
                  request
                      .keyId(keyId)
                      .keySpec(DataKeySpec.AES_256)
                      .encryptionContext(seal.context()));
      return new DataKey(
          response.plaintext().asByteArray(), response.ciphertextBlob().asByteArray());
    } catch (SdkException failure) {
      throw new EnvelopeException("The key service made no data key", failure);
    }
  }

  /** A data key that was made before, for the same. */
  byte[] open(byte[] wrapped, Seal seal) {
    try {
      DecryptResponse response =
          client.decrypt(
              request ->
                  request
                      .keyId(keyId)
                      .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                      .encryptionContext(seal.context()));
      return response.plaintext().asByteArray();
    } catch (InvalidCiphertextException foreign) {
      throw new EnvelopeException("The data key was not made for this", foreign);
    } catch (SdkException failure) {
      throw new EnvelopeException("The key service opened no data key", failure);
    }
  }

  /**
   * @param wrapped as it may be stored
   */
  record DataKey(byte[] plain, byte[] wrapped) {
    @Override
    public String toString() {
      return "DataKey";
    }
  }
}
