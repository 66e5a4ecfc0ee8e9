/**
 * Kakao, Naver and Facebook as data: where each asks for consent, exchanges a code, tells who
 * somebody is and ends a connection, in its own shapes, behind one client that trusts none of them.
 */
@NullMarked
package io.takewithott.auth.social.provider;

import org.jspecify.annotations.NullMarked;
