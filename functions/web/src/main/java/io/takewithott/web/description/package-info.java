/**
 * The build's part that puts {@code src/main/openapi} together into the site's {@code
 * openapi.json}: run by Maven, never by the function, which only serves the file. What may be
 * written there stands at the top of {@code api.yaml}.
 */
@NullMarked
package io.takewithott.web.description;

import org.jspecify.annotations.NullMarked;
