/**
 * Secrets of users, sealed so that the database and its backups hold nothing that can be read: each
 * under a data key of its own, which only the key service can open, and only for what it was sealed
 * for.
 */
@NullMarked
package io.takewithott.core.envelope;

import org.jspecify.annotations.NullMarked;
