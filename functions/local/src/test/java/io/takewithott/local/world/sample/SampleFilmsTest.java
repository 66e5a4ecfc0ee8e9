package io.takewithott.local.world.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.local.world.Person;
import io.takewithott.local.world.Service;
import io.takewithott.local.world.Title;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SampleFilmsTest {
  /** Different people whose names Koreans write alike. */
  private static final Set<String> NAMESAKES = Set.of("이병헌", "김태균");

  private final List<Title> films = SampleFilms.of(SampleFilms.bytes());

  @Test
  void everyFilmIsThereOnce() {
    assertThat(films).hasSizeGreaterThan(300);
    assertThat(films).extracting(Title::id).doesNotHaveDuplicates();
    assertThat(films).extracting(film -> film.title() + " " + film.year()).doesNotHaveDuplicates();
  }

  @Test
  void idsLieBelowThoseOfTheDatabase() {
    assertThat(films).allSatisfy(film -> assertThat(film.id()).isBetween(1L, 100_000L));
  }

  @Test
  void everyFilmSaysWhatPagesShow() {
    assertThat(films)
        .allSatisfy(
            film -> {
              assertThat(film.genres()).isNotEmpty();
              assertThat(film.directors()).isNotEmpty();
              assertThat(film.cast()).isNotEmpty();
              assertThat(film.countries()).isNotEmpty().allMatch(code -> code.matches("[A-Z]{2}"));
              assertThat(film.ageRating()).isIn("all", "12", "15", "19");
              assertThat(film.year()).isBetween(1900, 2026);
              assertThat(film.runtimeMinutes()).isBetween(40, 300);
              assertThat(film.synopsis()).isNotBlank();
              assertThat(film.synopsisEnglish()).isNotBlank();
              assertThat(film.keywords()).doesNotHaveDuplicates();
            });
  }

  @Test
  void aReleaseIsInTheYearOfItsFilm() {
    List<Title> dated = films.stream().filter(film -> film.releaseDate() != null).toList();

    assertThat(dated).hasSizeGreaterThan(150);
    for (Title film : dated) {
      assertThat(Objects.requireNonNull(film.releaseDate()).getYear()).isEqualTo(film.year());
    }
  }

  @Test
  void servicesAreThoseWeKnow() {
    List<String> known = SampleFilms.SERVICES.stream().map(Service::service).toList();

    assertThat(films)
        .allSatisfy(film -> assertThat(known).containsAll(film.services()).doesNotHaveDuplicates());
  }

  @Test
  void peopleAreSpelledInOneWay() {
    Map<String, Set<String>> spellings = new TreeMap<>();
    people()
        .filter(person -> !NAMESAKES.contains(person.name()))
        .forEach(
            person -> {
              spelled(spellings, person.name()).add(person.originalName());
              spelled(spellings, letters(person.originalName())).add(person.name());
            });

    assertThat(spellings.values()).allSatisfy(names -> assertThat(names).hasSize(1));
  }

  @Test
  void filmsThatEverybodyKnowsAreAmongThem() {
    assertThat(films.stream().map(Title::key).collect(Collectors.toSet()))
        .containsAll(SampleFilms.known());
  }

  private Stream<Person> people() {
    return films.stream()
        .flatMap(film -> Stream.concat(film.directors().stream(), film.cast().stream()));
  }

  private static Set<String> spelled(Map<String, Set<String>> spellings, String name) {
    return spellings.computeIfAbsent(name, key -> new TreeSet<>());
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
  }
}
