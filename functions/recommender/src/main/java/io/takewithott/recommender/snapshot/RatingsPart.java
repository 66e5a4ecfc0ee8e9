package io.takewithott.recommender.snapshot;

import java.io.Serializable;

/**
 * One part of the ratings, of users whose ids follow each other.
 *
 * @param sha256 of the stored object, hexadecimal
 * @param fromUser the lowest id that belongs to it; the next part begins where it ends
 * @param readAtEpochSeconds when all of it was last read from the database
 */
public record RatingsPart(
    String key,
    String sha256,
    long bytes,
    long fromUser,
    long ratings,
    long users,
    long readAtEpochSeconds)
    implements Serializable {}
