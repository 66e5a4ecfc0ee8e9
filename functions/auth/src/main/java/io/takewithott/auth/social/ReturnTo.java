package io.takewithott.auth.social;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where on our own site somebody goes after a log-in: a path, never another host. */
final class ReturnTo {
  static final String HOME = "/";

  private static final int LONGEST = 512;

  /** A browser reads "//host" and "/\host" as another host, and drops tabs and line ends. */
  private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>]]*");

  private ReturnTo() {}

  /** The path that was asked for if it is one of ours, else the site's first page. */
  static String of(Optional<String> wanted) {
    return wanted.filter(ReturnTo::isOurs).orElse(HOME);
  }

  /** The path with a parameter, before its fragment. */
  static String with(String path, String query) {
    int hash = path.indexOf('#');
    String start = hash < 0 ? path : path.substring(0, hash);
    String fragment = hash < 0 ? "" : path.substring(hash);
    return start + (start.contains("?") ? "&" : "?") + query + fragment;
  }

  private static boolean isOurs(String path) {
    if (path.length() > LONGEST || !PATH.matcher(path).matches()) {
      return false;
    }
    try {
      URI uri = new URI(path);
      return !uri.isAbsolute() && uri.getRawAuthority() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
