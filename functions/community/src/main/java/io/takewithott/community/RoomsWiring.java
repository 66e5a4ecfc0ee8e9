package io.takewithott.community;

import io.takewithott.community.chat.BlockResource;
import io.takewithott.community.chat.MessageReportResource;
import io.takewithott.community.chat.RoomResource;
import io.takewithott.community.limits.ChatLimit;
import io.takewithott.community.notice.NoticeResource;
import io.takewithott.community.notice.NoticeStore;
import io.takewithott.community.socket.TicketResource;
import io.takewithott.community.socket.TicketStore;
import io.takewithott.core.Environment;
import io.takewithott.core.http.Admin;
import io.takewithott.core.http.HttpFunction;
import io.takewithott.core.http.HttpFunction.HttpWiring;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.limits.RateLimits;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

/** What the function behind the HTTP API is made of. */
final class RoomsWiring {
  private RoomsWiring() {}

  static HttpWiring http(Environment environment, InstantSource clock) {
    Config config = environment.read(Config::from);
    Budget budget = new Budget(Clock.systemUTC(), HttpFunction.LONGEST_REQUEST);
    ChatParts parts = ChatParts.of(config.chat, budget, clock);
    return new HttpWiring(
        routes(parts, clock, config.clientSockets), budget, parts.database()::ping, () -> {});
  }

  private static Routes routes(ChatParts parts, InstantSource clock, URI clientSockets) {
    RateLimits limits = new RateLimits(parts.database(), clock);
    TicketResource tickets =
        new TicketResource(
            new TicketStore(parts.database(), limits, ChatLimit.SOCKET_TICKET_ACCOUNT),
            new SecureRandom(),
            clientSockets);
    RoomResource rooms =
        new RoomResource(
            parts.database(), clock, parts.deliveries(), limits, ChatLimit.MESSAGE_REPORT_ACCOUNT);
    BlockResource blocks = new BlockResource(parts.database(), clock);
    NoticeResource notices = new NoticeResource(new NoticeStore(parts.database(), clock));
    MessageReportResource reports =
        new MessageReportResource(parts.database(), clock, parts.deliveries());
    return Routes.builder()
        .post("/socket/tickets", tickets::make)
        .get("/me/rooms", rooms::rooms)
        .get("/parties/{id}/messages", rooms::messages)
        .post("/parties/{id}/messages", rooms::send)
        .delete("/parties/{id}/messages/{seq}", rooms::delete)
        .post("/parties/{id}/messages/{seq}/reports", rooms::report)
        .put("/parties/{id}/read", rooms::read)
        .get("/parties/{id}/presence", rooms::members)
        .get("/me/blocks", blocks::blocked)
        .put("/me/blocks/{userId}", blocks::block)
        .delete("/me/blocks/{userId}", blocks::unblock)
        .get("/me/notifications", notices::list)
        .put("/me/notifications/read", notices::read)
        .get("/me/notification-preferences", notices::preferences)
        .put("/me/notification-preferences", notices::change)
        .get("/admin/message-reports", Admin.only(reports::waiting))
        .put("/admin/parties/{id}/messages/{seq}/decision", Admin.only(reports::handle))
        .build();
  }

  /**
   * @param clientSockets where clients open connections, which need not be where functions write
   */
  private record Config(ChatConfig chat, URI clientSockets) {
    static Config from(Environment.Settings settings) {
      ChatConfig chat = ChatConfig.from(settings);
      return new Config(chat, settings.address("TWO_SOCKET_CLIENT_ADDRESS").orElse(chat.sockets()));
    }
  }
}
