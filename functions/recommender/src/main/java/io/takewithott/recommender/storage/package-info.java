/**
 * How this module keeps things in S3: binary files of tagged sections under one checksum, and
 * editions of such a file behind a pointer that is written last, so that a reader meets either the
 * old whole or the new whole. Files come and go by way of temporary ones and are read where they
 * are mapped, so a large model does not stand on the heap twice.
 */
@NullMarked
package io.takewithott.recommender.storage;

import org.jspecify.annotations.NullMarked;
