package io.takewithott.local.chat;

import java.util.List;
import java.util.Map;

/**
 * What one process of clients is to do, and what it says of it.
 *
 * @param address of the API
 * @param cuts how often each client's line is cut
 */
public record Assignment(String address, List<Client> clients, int cuts, long seed) {
  /**
   * @param expected the number of the last message of each room once everybody has sent theirs
   * @param messages how many this client sends to each room
   */
  public record Client(
      long userId, String token, Map<Long, Long> expected, Map<Long, Integer> messages) {}

  /**
   * @param finished whether everything arrived in time
   * @param read what the client has at its end of each room, in order
   * @param again messages that arrived another time and were left aside
   * @param missed messages that were asked for, because they did not come by themselves
   * @param latencies in milliseconds, of other clients' messages that came by themselves
   */
  public record Outcome(
      long userId,
      boolean finished,
      Map<Long, List<String>> read,
      int connections,
      int again,
      int missed,
      List<Long> latencies) {}
}
