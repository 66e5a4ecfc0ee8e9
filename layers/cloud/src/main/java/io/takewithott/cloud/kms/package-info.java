/**
 * AWS KMS on one machine: {@link io.takewithott.cloud.kms.LocalKeys} keeps each key in a file that
 * only its owner can read, and {@link io.takewithott.cloud.kms.KmsHandler} speaks the service's
 * protocol: data keys are made and opened, and no key is ever handed out. Whoever can read the
 * owner's files can read the keys.
 */
@NullMarked
package io.takewithott.cloud.kms;

import org.jspecify.annotations.NullMarked;
