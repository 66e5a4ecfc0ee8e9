/**
 * What members show of themselves and how they like the site: nickname, biography, language,
 * autoplay, age band, and whether strangers see more than name and picture.
 */
@NullMarked
package io.takewithott.auth.profile;

import org.jspecify.annotations.NullMarked;
