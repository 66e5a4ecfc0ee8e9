/**
 * What the hybrid is measured beside in the same run: popularity, and Mahout Taste's own
 * recommenders on Taste's own data models, as a team would take them. The settings of those that
 * have any are the ones that measured well in the literature or in their documentation, the same
 * for every data set. What would take too long is done for a part of the users and says so.
 */
@NullMarked
package io.takewithott.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
