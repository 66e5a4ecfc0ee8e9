/**
 * What members say of titles: ratings and picks, wishes, reactions, what they watch and what they
 * do not want to see; lists of it, their taste in numbers, and ratings brought from elsewhere.
 */
@NullMarked
package io.takewithott.rating;

import org.jspecify.annotations.NullMarked;
