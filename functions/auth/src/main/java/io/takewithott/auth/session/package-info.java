/**
 * Sessions: one for each log-in, kept alive by refresh tokens that are good once each. A token that
 * comes a second time ends its session. Members see their sessions and end them.
 */
@NullMarked
package io.takewithott.auth.session;

import org.jspecify.annotations.NullMarked;
