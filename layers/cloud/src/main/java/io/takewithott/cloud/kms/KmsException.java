package io.takewithott.cloud.kms;

import io.takewithott.cloud.wire.ServiceException;

/** A request that KMS refuses. Its message never contains a key. */
final class KmsException extends ServiceException {
  private static final long serialVersionUID = 1L;

  KmsException(KmsError error, String message) {
    super(error, message, null);
  }
}
