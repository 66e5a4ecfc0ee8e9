/**
 * Objects in S3: whole reads and writes, conditional writes, and a pointer to a checksummed object.
 */
@NullMarked
package io.takewithott.core.objects;

import org.jspecify.annotations.NullMarked;
