package io.takewithott.local.world.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import io.takewithott.core.json.Json;
import io.takewithott.local.world.FamousLine;
import io.takewithott.local.world.Person;
import io.takewithott.local.world.Service;
import io.takewithott.local.world.Title;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The films of the sample, one JSON object a line. */
final class SampleFilms {
  static final LocalDate AVAILABLE_AS_OF = LocalDate.of(2026, 11, 1);

  static final List<Service> SERVICES =
      List.of(
          new Service("netflix", "넷플릭스"),
          new Service("tving", "티빙"),
          new Service("wavve", "웨이브"),
          new Service("watcha", "왓챠"),
          new Service("disneyplus", "디즈니+"),
          new Service("coupangplay", "쿠팡플레이"),
          new Service("primevideo", "프라임 비디오"),
          new Service("appletv", "Apple TV+"));

  private static final String FILMS = "/world/films.jsonl";
  private static final String KNOWN = "/world/known.txt";
  private static final TypeReference<FilmLine> FILM_LINE = new TypeReference<>() {};

  private SampleFilms() {}

  /** A line of the file; people are written {@code 봉준호|Bong Joon-ho}. */
  private record FilmLine(
      long id,
      String title,
      String originalTitle,
      @Nullable String englishTitle,
      int year,
      @Nullable LocalDate releaseDate,
      int runtimeMinutes,
      String ageRating,
      List<String> countries,
      List<String> genres,
      List<String> directors,
      List<String> cast,
      List<String> services,
      List<String> keywords,
      String synopsis,
      String synopsisEnglish,
      List<FamousLine> lines) {

    Title toTitle() {
      return new Title(
          id,
          String.valueOf(id),
          title,
          originalTitle,
          englishTitle,
          year,
          releaseDate,
          runtimeMinutes,
          ageRating,
          countries,
          genres,
          people(directors),
          people(cast),
          services,
          keywords,
          synopsis,
          synopsisEnglish,
          lines);
    }

    private static List<Person> people(List<String> names) {
      return names.stream().map(FilmLine::person).toList();
    }

    private static Person person(String names) {
      int bar = names.indexOf('|');
      return new Person(names.substring(0, bar), names.substring(bar + 1));
    }
  }

  /** The file of films, from which {@link #of} makes titles. */
  static byte[] bytes() {
    return resource(FILMS);
  }

  /** The keys of the films that everybody has heard of. */
  static Set<String> known() {
    return new String(resource(KNOWN), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Stream.of(line.strip().split(" ")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static byte[] resource(String name) {
    try (InputStream in = SampleFilms.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Title> of(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(line -> Json.read(line, FILM_LINE).toTitle())
        .toList();
  }
}
