/**
 * A stand-in for the film database TMDB: a catalogue of its own, made of given titles or drawn by a
 * seed, its lists, details, changes and pictures, and every way of failing that has been seen.
 */
@NullMarked
package io.takewithott.cloud.tmdb;

import org.jspecify.annotations.NullMarked;
