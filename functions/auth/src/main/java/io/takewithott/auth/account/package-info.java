/**
 * Accounts: signing up and logging in with an e-mail address, who am I, what is known about me, and
 * leaving.
 */
@NullMarked
package io.takewithott.auth.account;

import org.jspecify.annotations.NullMarked;
