/** A member's taste in numbers, and how far it agrees with others'. */
@NullMarked
package io.takewithott.rating.profile;

import org.jspecify.annotations.NullMarked;
