/**
 * Text as people type, say and hear it: Hangul taken apart, keystrokes, sounds, spoken numbers and
 * filler words. Everything here turns a text into units, each of which knows where in the text it
 * stands, so that a match can be shown.
 */
@NullMarked
package io.takewithott.catalog.text;

import org.jspecify.annotations.NullMarked;
