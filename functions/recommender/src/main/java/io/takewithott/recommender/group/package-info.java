/**
 * What several people can watch together: their scores of every title made comparable, one order by
 * a strategy, and for each title what it is to each of them.
 */
@NullMarked
package io.takewithott.recommender.group;

import org.jspecify.annotations.NullMarked;
