/**
 * Photos that people upload: judged by what they are, made anew in two sizes, and kept in S3 under
 * names that say nothing about whose they are.
 */
@NullMarked
package io.takewithott.core.photo;

import org.jspecify.annotations.NullMarked;
