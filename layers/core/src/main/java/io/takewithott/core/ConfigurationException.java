package io.takewithott.core;

import java.util.List;

/** The environment lacks or misspells settings; the message lists all of them. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigurationException(List<String> problems) {
    super(
        problems.size()
            + (problems.size() == 1 ? " setting is wrong: " : " settings are wrong: ")
            + String.join("; ", problems));
  }
}
