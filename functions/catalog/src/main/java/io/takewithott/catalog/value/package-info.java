/** What a subscription is worth to one viewer: what they would enjoy there, and its price. */
@NullMarked
package io.takewithott.catalog.value;

import org.jspecify.annotations.NullMarked;
