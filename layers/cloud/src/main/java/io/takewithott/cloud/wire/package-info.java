/**
 * What the services' endpoints have in common on the wire: {@link
 * io.takewithott.cloud.wire.CredentialScope} reads who signed a request, and {@link
 * io.takewithott.cloud.wire.AwsJsonHandler} speaks AWS JSON, the protocol of SQS and Secrets
 * Manager. It knows no service; each one brings its names, its errors and its operations.
 */
@NullMarked
package io.takewithott.cloud.wire;

import org.jspecify.annotations.NullMarked;
