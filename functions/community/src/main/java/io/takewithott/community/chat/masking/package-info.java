/**
 * Takes out of messages what draws people away from the party's own ways of paying and of sharing
 * access: telephone numbers, accounts, cards, addresses and credentials.
 */
@NullMarked
package io.takewithott.community.chat.masking;

import org.jspecify.annotations.NullMarked;
