package io.takewithott.local.world.sample;

import io.takewithott.local.world.Availability;
import io.takewithott.local.world.Contents;
import io.takewithott.local.world.DataSet;
import io.takewithott.local.world.Nicknames;
import io.takewithott.local.world.Ratings;
import io.takewithott.local.world.Remarks;
import io.takewithott.local.world.Title;
import io.takewithott.local.world.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What an empty system is filled with for a first look: films of ours and generated ratings. Its
 * titles and viewers have fixed ids, below those the database gives.
 */
public final class SampleWorld implements DataSet {
  public static final String SOURCE = "sample";
  public static final long SEED = 20260101;
  public static final int VIEWERS = 2000;

  private static final LocalDate UNTIL = LocalDate.of(2026, 11, 1);

  private final byte[] films;
  private final Set<String> known;
  private final RatingGenerator generator;

  public SampleWorld() {
    this(SEED, VIEWERS);
  }

  public SampleWorld(long seed, int viewers) {
    this.films = SampleFilms.bytes();
    this.known = SampleFilms.known();
    this.generator = new RatingGenerator(seed, viewers, UNTIL);
  }

  /** The films alone. */
  public static List<Title> films() {
    return SampleFilms.of(SampleFilms.bytes());
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public String format() {
    return "sample films with generated ratings";
  }

  @Override
  public String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(films);
      List<Object> rest =
          List.of(
              RatingGenerator.VERSION,
              generator,
              new TreeSet<>(known),
              SampleFilms.SERVICES,
              SampleFilms.AVAILABLE_AS_OF);
      digest.update(rest.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public Contents read() {
    List<Title> titles = SampleFilms.of(films);
    Ratings ratings = generator.ratings(titles, known);
    List<Viewer> viewers =
        IntStream.rangeClosed(1, generator.viewers())
            .mapToObj(
                number -> new Viewer((long) number, String.valueOf(number), Nicknames.of(number)))
            .toList();
    return new Contents(
        titles,
        viewers,
        ratings,
        new Availability(SampleFilms.SERVICES, SampleFilms.AVAILABLE_AS_OF),
        Remarks.NONE);
  }
}
