package io.takewithott.core.lambda;

/** How an instance stood when an invocation came. */
public enum Start {
  /** It had just been initialised: somebody waited for that, unless it was provisioned. */
  COLD,
  /** It had just been restored from a snapshot. */
  RESTORED,
  /** It had served before. */
  WARM
}
