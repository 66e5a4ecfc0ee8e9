/** What members are told of, and what they want to be told of. */
@NullMarked
package io.takewithott.community.notice;

import org.jspecify.annotations.NullMarked;
