package io.takewithott.auth.client;

import java.util.ArrayList;
import java.util.List;

/**
 * An address in two forms.
 *
 * @param shown without the part that names a single host: enough to recognise a place
 * @param counted what one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 one
 */
record Network(String shown, String counted) {
  private static final int LONGEST_ADDRESS = 45;
  private static final int IPV6_GROUPS = 8;
  private static final int SHOWN_GROUPS = 3;
  private static final int COUNTED_GROUPS = 4;
  private static final Network UNKNOWN = new Network("unknown", "unknown");

  static Network of(String address) {
    if (address.length() > LONGEST_ADDRESS) {
      return UNKNOWN;
    }
    if (address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
      return new Network(address.substring(0, address.lastIndexOf('.')) + ".x", address);
    }
    if (address.matches("[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
      List<String> groups = groups(address);
      return new Network(prefix(groups, SHOWN_GROUPS), prefix(groups, COUNTED_GROUPS));
    }
    return UNKNOWN;
  }

  private static String prefix(List<String> groups, int count) {
    return String.join(":", groups.subList(0, count)) + "::";
  }

  /** The eight groups, with those that {@code ::} stands for. */
  private static List<String> groups(String address) {
    int gap = address.indexOf("::");
    List<String> groups = new ArrayList<>(parts(gap < 0 ? address : address.substring(0, gap)));
    List<String> tail = gap < 0 ? List.of() : parts(address.substring(gap + 2));
    while (groups.size() + tail.size() < IPV6_GROUPS) {
      groups.add("0");
    }
    groups.addAll(tail);
    return groups;
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(":", -1)) {
      if (!part.isEmpty()) {
        parts.add(part.replaceFirst("^0+(?=.)", "").toLowerCase(java.util.Locale.ROOT));
      }
    }
    return parts;
  }
}
