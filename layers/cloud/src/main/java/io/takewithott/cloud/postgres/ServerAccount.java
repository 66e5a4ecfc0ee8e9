package io.takewithott.cloud.postgres;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The account under which PostgreSQL's programs run. They refuse to run as root, so root steps into
 * a user namespace in which it is nobody in particular, or becomes the user nobody.
 */
enum ServerAccount {
  CURRENT_USER,
  USER_NAMESPACE,
  NOBODY;

  private List<String> prefix() {
    return switch (this) {
      case CURRENT_USER -> List.of();
      case USER_NAMESPACE -> List.of("unshare", "-U");
      case NOBODY -> List.of("runuser", "-u", "nobody", "--");
    };
  }

  static ServerAccount detect() {
    if (!isRoot()) {
      return CURRENT_USER;
    }
    List<String> refusals = new ArrayList<>();
    for (ServerAccount account : List.of(USER_NAMESPACE, NOBODY)) {
      Command.Outcome outcome = Command.of(account.command(List.of("true"))).tryRun();
      if (outcome.succeeded()) {
        return account;
      }
      refusals.add(
          "`%s` (%s)".formatted(String.join(" ", outcome.command()), outcome.output().strip()));
    }
    throw new IllegalStateException(
        "PostgreSQL does not run as root, and neither way around it works here: "
            + String.join(", ", refusals)
            + ". Run this program as an ordinary user.");
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  List<String> command(List<String> command) {
    List<String> all = new ArrayList<>(prefix());
    all.addAll(command);
    return all;
  }

  /** Whether files made by this program have to be handed over before the server can use them. */
  boolean isOtherUser() {
    return this == NOBODY;
  }

  /** Gives a file or folder, made by this program, to the server. */
  void own(Path path) {
    if (!isOtherUser()) {
      return;
    }
    try {
      Files.setOwner(
          path,
          path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    } catch (IOException e) {
      throw new IllegalStateException("Could not give " + path + " to the user nobody", e);
    }
  }

  /** Fails early, and in words, when the server could not reach its own files. */
  void requireReach(Path folder) throws FileSystemException {
    if (isOtherUser()
        && !Command.of(command(List.of("test", "-x", folder.toString()))).tryRun().succeeded()) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "the user nobody, under whom PostgreSQL runs here, cannot enter this folder; choose one"
              + " outside of any private folder");
    }
  }
}
