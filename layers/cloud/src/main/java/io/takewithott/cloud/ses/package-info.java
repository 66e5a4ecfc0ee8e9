/**
 * SES on one machine: takes mails as SES's version 2 does and keeps the latest in a mailbox, where
 * people and tests read them. It can be told to fail.
 */
@NullMarked
package io.takewithott.cloud.ses;

import org.jspecify.annotations.NullMarked;
