/**
 * A stand-in for the speech recogniser, which hears what it is told to and misbehaves on demand.
 */
@NullMarked
package io.takewithott.local.standin.speech;

import org.jspecify.annotations.NullMarked;
