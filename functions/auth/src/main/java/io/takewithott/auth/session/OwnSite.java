package io.takewithott.auth.session;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a request that a cookie speaks for comes from our own page. Browsers name the page's
 * origin in every request that can change something, and scripts cannot write that header; the host
 * is the one the browser itself connected to.
 */
public final class OwnSite {
  private final Optional<String> siteAddress;

  /**
   * @param siteAddress the site's origin where it is not the host that is asked, such as behind a
   *     distribution
   */
  public OwnSite(Optional<String> siteAddress) {
    this.siteAddress = siteAddress.map(address -> address.replaceFirst("/+$", ""));
  }

  /**
   * Refuses what is not said to come from our page; for routes that a cookie speaks for.
   *
   * @throws AppException FORBIDDEN
   */
  public void require(Request request) {
    refuse(request.header("origin").filter(origin -> isOurs(origin, request)).isEmpty());
  }

  /**
   * Refuses what is said to come from somebody else's page; for routes that set a cookie.
   *
   * @throws AppException FORBIDDEN
   */
  public void refuseForeign(Request request) {
    refuse(request.header("origin").filter(origin -> !isOurs(origin, request)).isPresent());
  }

  private boolean isOurs(String origin, Request request) {
    String given = origin.toLowerCase(Locale.ROOT);
    if (siteAddress.isPresent() && siteAddress.get().equalsIgnoreCase(given)) {
      return true;
    }
    String host = request.header("host").orElse("").toLowerCase(Locale.ROOT);
    return !host.isEmpty()
        && (given.equals("https://" + host)
            || (given.equals("http://" + host) && isThisMachine(host)));
  }

  private static boolean isThisMachine(String host) {
    return host.matches("(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?");
  }

  private static void refuse(boolean foreign) {
    if (foreign) {
      throw new AppException(ErrorCode.FORBIDDEN, "This comes from another site");
    }
  }
}
