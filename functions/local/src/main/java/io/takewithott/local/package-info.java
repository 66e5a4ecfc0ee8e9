/**
 * The whole system on one machine: reads template.yaml and serves what it declares, with AWS's
 * endpoints beside it, so that the functions run unchanged. {@link
 * io.takewithott.local.LocalServer} puts the parts together; {@link io.takewithott.local.Main} is
 * the command line.
 */
@NullMarked
package io.takewithott.local;

import org.jspecify.annotations.NullMarked;
