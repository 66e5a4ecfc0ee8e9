/**
 * Films, viewers and ratings to fill an empty system with. A {@link
 * io.takewithott.local.world.DataSet} is read whole before anything is written: its {@link
 * io.takewithott.local.world.Contents} are titles, viewers and ratings in the form of the
 * database's tables, whatever the files looked like. Sub-packages hold the forms of published data
 * sets ({@code files}), our own sample ({@code sample}) and the way into the database ({@code
 * load}).
 */
@NullMarked
package io.takewithott.local.world;

import org.jspecify.annotations.NullMarked;
