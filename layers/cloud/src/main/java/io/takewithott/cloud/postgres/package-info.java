/**
 * A real PostgreSQL server as a child of this program: unpacked once, initialised in a folder,
 * started on a free port of the loopback interface, and stopped with it. It stands where Aurora
 * stands in the cloud, and a folder it has served survives the death of the program at any moment.
 */
@NullMarked
package io.takewithott.cloud.postgres;

import org.jspecify.annotations.NullMarked;
