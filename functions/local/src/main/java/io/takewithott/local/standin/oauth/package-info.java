/**
 * Stand-ins for Kakao, Naver and Facebook: their real paths and shapes under their host's name, a
 * consent page for people and tests, the checks the real ones make, and misbehaviour on demand.
 */
@NullMarked
package io.takewithott.local.standin.oauth;

import org.jspecify.annotations.NullMarked;
