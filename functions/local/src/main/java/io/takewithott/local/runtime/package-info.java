/**
 * Runs functions as Lambda does: one event at a time per instance, a bounded pool of instances per
 * function, a deadline, an instance thrown away once it missed it. Instances are either objects in
 * this process (quick, and a debugger stops in them) or processes of their own with AWS's own
 * runtime client against a local Runtime API (the artifact and the environment of the cloud).
 * Schedules fire here too.
 */
@NullMarked
package io.takewithott.local.runtime;

import org.jspecify.annotations.NullMarked;
