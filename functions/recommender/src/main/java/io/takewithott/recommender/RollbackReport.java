package io.takewithott.recommender;

import io.takewithott.recommender.TrainReport.RankReport;

/**
 * What rolling back did.
 *
 * @param from the model that was current before
 * @param modelVersion under which rankings name the model that is current now: the time of rolling
 *     back and that model's hash
 */
record RollbackReport(String from, String modelVersion, RankReport ranked) {}
