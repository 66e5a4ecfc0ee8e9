package io.takewithott.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import io.takewithott.recommender.Catalogue.Listing;
import io.takewithott.recommender.content.AgeRating;
import io.takewithott.recommender.content.Feature;
import io.takewithott.recommender.content.FeatureKind;
import io.takewithott.recommender.content.TitleFeatures;
import io.takewithott.recommender.content.TitleForm;
import io.takewithott.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqlCatalogueTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private final SqlCatalogue catalogue = new SqlCatalogue(DATABASE.database());

  @BeforeEach
  void clear() {
    DATABASE.run("truncate titles, people cascade");
  }

  @Test
  void whatIsKnownOfATitleIsRead() {
    DATABASE.run(
        """
        insert into titles (title_id, kind, title, original_title, year, runtime_minutes, age_rating, countries, release_date, source, source_key)
          values (7, 'series', 't', 't', 2003, 131, '15', 'KR,US', date '2003-05-02', 'test', '7');
        insert into title_genres values (7, 'thriller', 1), (7, 'drama', 2);
        insert into title_keywords values (7, '실화'), (7, 'rain "heavy", and, more');
        insert into people (person_id, name, original_name) values (1, '봉준호', 'Bong Joon-ho'), (2, '송강호', 'Song Kang-ho');
        insert into credits values (7, 1, 'director', 1), (7, 2, 'cast', 1), (7, 1, 'cast', 2);
        """);

    Listing listing = catalogue.read();

    TitleFeatures features = listing.features();
    assertThat(listing.titleIds()).containsExactly(7);
    assertThat(features(features, 0))
        .containsExactly(
            Feature.of(FeatureKind.GENRE, "thriller"),
            Feature.of(FeatureKind.GENRE, "drama"),
            new Feature(FeatureKind.DIRECTOR, "1", "봉준호", "Bong Joon-ho"),
            new Feature(FeatureKind.CAST, "2", "송강호", "Song Kang-ho"),
            new Feature(FeatureKind.CAST, "1", "봉준호", "Bong Joon-ho"),
            Feature.of(FeatureKind.COUNTRY, "KR"),
            Feature.of(FeatureKind.COUNTRY, "US"),
            Feature.of(FeatureKind.KEYWORD, "rain \"heavy\", and, more"),
            Feature.of(FeatureKind.KEYWORD, "실화"));
    assertThat(features.year(0)).hasValue(2003);
    assertThat(features.released(0)).contains(LocalDate.of(2003, 5, 2));
    assertThat(features.runtimeMinutes(0)).hasValue(131);
    assertThat(features.ageRating(0)).contains(AgeRating.FROM_15);
    assertThat(features.form(0)).contains(TitleForm.SERIES);
  }

  @Test
  void aTitleOfWhichNothingIsKnownIsThereToo() {
    DATABASE.run(
        "insert into titles (title_id, title, original_title, source, source_key) values (3, 't', 't', 'test', '3')");

    Listing listing = catalogue.read();

    assertThat(listing.titleIds()).containsExactly(3);
    assertThat(listing.features().of(0)).isEmpty();
    assertThat(listing.features().year(0)).isEmpty();
    assertThat(listing.features().ageRating(0)).isEmpty();
  }

  @Test
  void anEmptyCatalogueIsRead() {
    assertThat(catalogue.read().titleIds()).isEmpty();
  }

  @Test
  void aFullCatalogueComesOverSeveralPages() {
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, source, source_key)
          select n, 't', 't', 'test', n from generate_series(1, 4000) n;
        insert into people (person_id, name, original_name)
          select n, 'p' || n, 'o' || n from generate_series(1, 4500) n;
        insert into credits select n, n, 'director', 1 from generate_series(1, 4000) n;
        """);
    int before = DATABASE.calls();

    Listing listing = catalogue.read();

    assertThat(listing.titleIds()).hasSize(4000).isSorted();
    assertThat(features(listing.features(), 3999))
        .containsExactly(new Feature(FeatureKind.DIRECTOR, "4000", "p4000", "o4000"));
    assertThat(DATABASE.calls() - before)
        .as("4 of titles, the last empty; 3 of people")
        .isEqualTo(7);
  }

  /** Thirty keywords of forty Korean letters are 3.6 KB a title; 1,000 titles would be 3.6 MB. */
  @Test
  void pagesOfRichTitlesStayBelowTheLimitOfACall() {
    DATABASE.run(
        """
        insert into titles (title_id, title, original_title, source, source_key)
          select n, 't', 't', 'test', n from generate_series(1, 1000) n;
        insert into title_keywords
          select n, repeat('가', 36) || lpad(k::text, 4, '0')
          from generate_series(1, 1000) n, generate_series(1, 50) k;
        """);

    Listing listing = catalogue.read();

    assertThat(listing.titleIds()).hasSize(1000);
    assertThat(listing.features().of(999)).hasSize(30);
  }

  private static Feature[] features(TitleFeatures features, int title) {
    return Arrays.stream(features.of(title)).mapToObj(features::feature).toArray(Feature[]::new);
  }
}
