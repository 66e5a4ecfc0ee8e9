/**
 * Published rating data as it is unpacked from its archive. {@link
 * io.takewithott.local.world.files.DataFolder} recognises the form by the folder's content; each
 * form is one class that turns lines into titles and ratings and rejects those it cannot use.
 */
@NullMarked
package io.takewithott.local.world.files;

import org.jspecify.annotations.NullMarked;
