package io.takewithott.recommender;

import io.takewithott.core.json.Json;
import io.takewithott.core.objects.StoredObject;
import io.takewithott.recommender.storage.Blobs;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may train: one at a time, in a function or on Spark. An object, {@code models/lease}, names
 * the holder and until when; it is only ever written over what was read.
 */
public final class TrainingLease {
  private static final String KEY = "models/lease";
  private static final String TYPE = "application/json";
  private static final Logger LOG = LoggerFactory.getLogger(TrainingLease.class);

  private final Blobs blobs;

  TrainingLease(Blobs blobs) {
    this.blobs = blobs;
  }

  /** Who holds it, unless it has run out or was given back. */
  public Optional<Holder> holder(Instant now) {
    return read(blobs.get(KEY)).filter(holder -> holder.untilEpochSeconds() > now.getEpochSecond());
  }

  /**
   * Takes it, or takes it for longer; answers whether it is theirs now.
   *
   * @param name of whoever trains, no two the same
   */
  public boolean take(String name, Instant until, Instant now) {
    return take(new Holder(name, until.getEpochSecond(), ""), now);
  }

  /** The same with the id of the job that trains. */
  boolean take(Holder holder, Instant now) {
    Optional<StoredObject> seen = blobs.get(KEY);
    Optional<Holder> other =
        read(seen)
            .filter(last -> last.untilEpochSeconds() > now.getEpochSecond())
            .filter(last -> !last.name().equals(holder.name()));
    if (other.isPresent()) {
      return false;
    }
    return blobs.write(KEY, Json.bytes(holder), TYPE, seen);
  }

  /** Gives it back; whoever does not hold it changes nothing. */
  public void giveBack(String name) {
    Optional<StoredObject> seen = blobs.get(KEY);
    if (read(seen).filter(holder -> holder.name().equals(name)).isPresent()) {
      blobs.write(KEY, Json.bytes(new Holder(name, 0, "")), TYPE, seen);
    }
  }

  private static Optional<Holder> read(Optional<StoredObject> stored) {
    try {
      return stored.map(object -> Json.read(object.bytes(), Holder.class));
    } catch (UncheckedIOException damaged) {
      LOG.atError().setCause(damaged).log("the lease cannot be read and is taken as free");
      return Optional.empty();
    }
  }

  /**
   * Who trains, and until when at most.
   *
   * @param job the id of the job that trains, empty where none does
   */
  public record Holder(String name, long untilEpochSeconds, String job) {}
}
