/** The board: posts with a photo for everybody to see. */
@NullMarked
package io.takewithott.community.board;

import org.jspecify.annotations.NullMarked;
