package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.Kind;
import io.takewithott.catalog.tmdb.TitleFacts;
import io.takewithott.catalog.tmdb.TitleKey;

/**
 * A title of ours that is one of TMDB's.
 *
 * @param source who brought it
 * @param linked whether that is noted; else it was told by what both say of it
 * @param gone whether TMDB did not know it when it was asked last
 */
record KnownTitle(
    String kind,
    long tmdbId,
    long titleId,
    String source,
    boolean linked,
    boolean gone,
    TitleFacts facts) {
  TitleKey key() {
    return new TitleKey(Kind.named(kind), tmdbId);
  }

  boolean isOurs() {
    return source.equals(CatalogueSql.SOURCE);
  }
}
