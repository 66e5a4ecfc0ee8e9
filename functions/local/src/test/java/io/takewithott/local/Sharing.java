package io.takewithott.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.RunningWorld.Member;
import java.util.Map;

/** Parties as they come about by the API. */
final class Sharing {
  private final RunningWorld world;

  Sharing(RunningWorld world) {
    this.world = world;
  }

  /** A party of four; its id. */
  long open(String name, Member host) throws Exception {
    return world
        .done(
            "POST",
            "/parties",
            Map.of(
                "service",
                "tving",
                "plan",
                "premium",
                "title",
                name,
                "seats",
                4,
                "relation",
                "strangers"),
            host)
        .path("partyId")
        .asLong();
  }

  /** Pays and says that there is access; the order's id. */
  String join(long party, Member member) throws Exception {
    JsonNode order = world.done("POST", "/parties/" + party + "/join", null, member);
    String orderId = order.path("orderId").asText();
    String receipt = new PayWindow(order.path("window")).agree();
    world.done("POST", "/orders/" + orderId + "/confirm", Map.of("receiptId", receipt), member);
    world.done("POST", "/parties/" + party + "/access", null, member);
    return orderId;
  }
}
