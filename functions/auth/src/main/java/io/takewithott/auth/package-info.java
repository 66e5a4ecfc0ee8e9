/**
 * Accounts: signing up and logging in, the signed access token, and the Lambda authorizer that
 * reads it for every other function.
 */
@NullMarked
package io.takewithott.auth;

import org.jspecify.annotations.NullMarked;
