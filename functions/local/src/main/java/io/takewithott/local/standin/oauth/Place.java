package io.takewithott.local.standin.oauth;

/** Where a stand-in can be asked for something, and where it can misbehave. */
enum Place {
  AUTHORIZE,
  TOKEN,
  PROFILE,
  UNLINK
}
