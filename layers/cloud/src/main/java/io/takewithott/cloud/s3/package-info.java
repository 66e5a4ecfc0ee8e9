/**
 * Amazon S3 on one machine: an S3 endpoint on the loopback address that keeps its objects as files
 * in a folder. Signatures are verified, so a client with the wrong secret is refused as it would be
 * by the cloud. An object becomes visible whole or not at all, even if the process is killed while
 * it is being written.
 */
@NullMarked
package io.takewithott.cloud.s3;

import org.jspecify.annotations.NullMarked;
