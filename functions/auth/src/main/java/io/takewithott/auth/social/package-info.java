/**
 * Logging in through Kakao, Naver or Facebook: asking for consent, coming back, whose account that
 * is, adding and removing ways in, and what a provider wants forgotten. Somebody is a pair of
 * provider and the provider's id; an address is never one.
 */
@NullMarked
package io.takewithott.auth.social;

import org.jspecify.annotations.NullMarked;
