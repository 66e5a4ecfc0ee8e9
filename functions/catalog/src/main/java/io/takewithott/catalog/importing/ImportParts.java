package io.takewithott.catalog.importing;

import io.takewithott.catalog.tmdb.Sleeper;
import io.takewithott.catalog.tmdb.TmdbConfig;
import io.takewithott.catalog.tmdb.Token;
import io.takewithott.core.database.Database;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.objects.ObjectStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the import is made of.
 *
 * @param token asked for with every invocation, for it may change
 * @param holders a name for each invocation that no other has
 * @param indexWanted says that the search index is worth making anew
 * @param goOn has another invocation go on
 */
public record ImportParts(
    TmdbConfig tmdb,
    ImportConfig config,
    Supplier<Optional<Token>> token,
    Database database,
    ObjectStore objects,
    Budget budget,
    InstantSource clock,
    Sleeper sleeper,
    RandomGenerator random,
    Supplier<String> holders,
    Runnable indexWanted,
    Runnable goOn) {}
