/**
 * How this module keeps things in S3: binary files of tagged sections under one checksum, and
 * editions of such a file behind a pointer that is written last, so that a reader meets either the
 * old whole or the new whole.
 */
@NullMarked
package io.takewithott.recommender.storage;

import org.jspecify.annotations.NullMarked;
