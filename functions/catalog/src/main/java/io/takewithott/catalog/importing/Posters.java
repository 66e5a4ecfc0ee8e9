package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.FoundTitle;
import io.takewithott.catalog.tmdb.TitleFacts;
import io.takewithott.catalog.tmdb.TmdbClient;
import io.takewithott.catalog.tmdb.TmdbException;
import io.takewithott.catalog.tmdb.TmdbException.Reason;
import io.takewithott.core.objects.Checksum;
import io.takewithott.core.objects.ObjectStore;
import io.takewithott.core.objects.ObjectStoreException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posters, copied into our bucket where that is wanted. Its name follows from where TMDB has it, so
 * that copying twice is copying once. One that cannot be copied is linked until the title is read
 * again.
 */
final class Posters {
  private static final Logger LOG = LoggerFactory.getLogger(Posters.class);
  private static final String PREFIX = "tmdb-";
  private static final int HASH_LETTERS = 16;

  private final boolean copies;
  private final ObjectStore objects;
  private final TmdbClient tmdb;

  Posters(boolean copies, ObjectStore objects, TmdbClient tmdb) {
    this.copies = copies;
    this.objects = objects;
    this.tmdb = tmdb;
  }

  /**
   * What was found, with the poster that it has with us.
   *
   * @param dry whether nothing is to be copied, only said
   */
  TitleFacts withPoster(FoundTitle found, @Nullable KnownTitle known, boolean dry) {
    String current = known == null ? null : known.facts().posterKey();
    if (current != null && !current.startsWith(PREFIX)) {
      return found.facts().withPosterKey(current);
    }
    String path = found.facts().posterPath();
    if (!copies || path == null) {
      return found.facts();
    }
    String key = key(found, path);
    boolean there = Objects.equals(key, current) || dry || copied(path, key);
    return found.facts().withPosterKey(there ? key : null);
  }

  private static String key(FoundTitle found, String path) {
    String hash = Checksum.sha256(path.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LETTERS);
    String ending = path.substring(path.lastIndexOf('.'));
    return PREFIX + found.key().kind().word() + "-" + found.key().tmdbId() + "-" + hash + ending;
  }

  private boolean copied(String path, String key) {
    try {
      Optional<byte[]> bytes = tmdb.poster(path).filter(Posters::isPicture);
      bytes.ifPresent(
          picture ->
              objects.put(
                  "posters/" + key, picture, key.endsWith(".png") ? "image/png" : "image/jpeg"));
      return bytes.isPresent();
    } catch (TmdbException failure) {
      if (failure.reason() == Reason.NO_TIME) {
        throw failure;
      }
      LOG.atInfo().setCause(failure).log("a poster was not copied");
      return false;
    } catch (ObjectStoreException failure) {
      LOG.atWarn().setCause(failure).log("a poster was not stored");
      return false;
    }
  }

  /** By its first bytes, whatever it is called. */
  private static boolean isPicture(byte[] bytes) {
    return starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x89, 'P', 'N', 'G');
  }

  private static boolean starts(byte[] bytes, int... first) {
    if (bytes.length <= first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
