/**
 * AWS Secrets Manager on one machine: {@link io.takewithott.cloud.secrets.LocalSecrets} keeps each
 * secret with its versions in a file that only its owner can read, and {@link
 * io.takewithott.cloud.secrets.SecretsHandler} speaks the service's protocol over them. The values
 * are not encrypted: whoever can read the owner's files can read the secrets.
 */
@NullMarked
package io.takewithott.cloud.secrets;

import org.jspecify.annotations.NullMarked;
