package io.takewithott.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.takewithott.core.json.Json;
import io.takewithott.local.runtime.InvocationResult;
import io.takewithott.testing.EventFiles;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every event file, invoked as {@code sam local invoke} would, in both modes. */
class EventsEndToEndTest {
  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class InProcess extends Events {
    InProcess() {
      super(false);
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Isolated extends Events {
    Isolated() {
      super(true);
    }
  }

  /** What every event is answered, in either mode. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Events {
    /** Comes last: it ends the session that the others use. */
    private static final String ENDS_ALL = "auth/log-out-everywhere";

    /** The file's function and case, and how its answer begins. An HTTP answer is its status. */
    private static final Map<String, String> EXPECTED =
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("auth/sign-up", "201"),
                Map.entry("auth/log-in-wrong-password", "401"),
                Map.entry("auth/admin-role-as-member", "403"),
                Map.entry("auth/admin-security-events-as-member", "403"),
                Map.entry("auth/ask-for-reset", "202"),
                Map.entry("auth/ask-for-verification", "204"),
                Map.entry("auth/availability", "200"),
                Map.entry("auth/change-email-wrong-password", "401"),
                Map.entry("auth/change-password-wrong", "401"),
                Map.entry("auth/complete-email-change", "409"),
                Map.entry("auth/complete-reset", "409"),
                Map.entry("auth/devices", "200"),
                Map.entry("auth/export", "200"),
                Map.entry("auth/leave-wrong-password", "401"),
                Map.entry("auth/log-out", "204"),
                Map.entry(ENDS_ALL, "204"),
                Map.entry("auth/log-out-there", "404"),
                Map.entry("auth/profile", "200"),
                Map.entry("auth/change-profile", "200"),
                Map.entry("auth/user-unknown", "404"),
                Map.entry("auth/prepare-photo", "201"),
                Map.entry("auth/complete-photo-none-uploaded", "404"),
                Map.entry("auth/remove-photo", "204"),
                Map.entry("auth/user-picture-unknown", "404"),
                Map.entry("auth/photo-unknown", "404"),
                Map.entry("auth/following", "200"),
                Map.entry("auth/follow-unknown", "404"),
                Map.entry("auth/unfollow", "204"),
                Map.entry("auth/followers", "200"),
                Map.entry("auth/accept-follower-unknown", "404"),
                Map.entry("auth/refuse-follower-unknown", "404"),
                Map.entry("auth/follow-requests", "200"),
                Map.entry("auth/public-keys", "200"),
                Map.entry("auth/refresh", "401"),
                Map.entry("auth/refresh-foreign", "403"),
                Map.entry("auth/security-events", "200"),
                Map.entry("auth/stop-email-change", "409"),
                Map.entry("auth/verify-email", "409"),
                Map.entry("auth/social-providers", "200"),
                Map.entry("auth/social-start", "302"),
                Map.entry("auth/social-callback-made-up-state", "302"),
                Map.entry("auth/data-deletion-unsigned", "403"),
                Map.entry("auth/data-deletion-status-unknown", "404"),
                Map.entry("auth/identities", "200"),
                Map.entry("auth/link-identity", "200"),
                Map.entry("auth/confirm-identity-none-waiting", "404"),
                Map.entry("auth/unlink-identity-none-linked", "404"),
                Map.entry("unlink/every-six-hours", "{\"tried\":"),
                Map.entry("key-rotation/monthly", "{\"rotated\":false}"),
                Map.entry("mail/waiting", "{\"sent\":"),
                Map.entry("sweep/nightly", "{\"rate_limits\":"),
                Map.entry("auth/me", "200"),
                Map.entry("authorizer/visitor", "{\"isAuthorized\":true,\"context\":{}}"),
                Map.entry("authorizer/forged-token", "{\"isAuthorized\":false,\"context\":{}}"),
                Map.entry("catalog/home-alpha", "200"),
                Map.entry("catalog/home-member", "200"),
                Map.entry("catalog/home-visitor", "200"),
                Map.entry("catalog/title", "200"),
                Map.entry("catalog/titles", "200"),
                Map.entry("chat/connect-made-up-ticket", "401"),
                Map.entry("chat/disconnect", "200"),
                Map.entry("chat/message-unknown-connection", "200"),
                Map.entry("catalog/titles-filtered", "200"),
                Map.entry("catalog/home-opens", "204"),
                Map.entry("catalog/title-mine", "200"),
                Map.entry("catalog/title-poster", "200"),
                Map.entry("catalog/poster-unknown", "404"),
                Map.entry("catalog/clip-piece", "206"),
                Map.entry("catalog/person-unknown", "404"),
                Map.entry("catalog/genres", "200"),
                Map.entry("catalog/services", "200"),
                Map.entry("catalog/ranks", "200"),
                Map.entry("catalog/value", "200"),
                Map.entry("catalog/rotation", "200"),
                Map.entry("catalog/search", "200"),
                Map.entry("catalog/suggest", "200"),
                Map.entry("catalog/lines", "200"),
                Map.entry("catalog/speech", "200"),
                Map.entry("catalog/suggest-line", "202"),
                Map.entry("catalog/line-suggestions-as-member", "403"),
                Map.entry("catalog/accept-line-as-member", "403"),
                Map.entry("catalog/refuse-line-as-member", "403"),
                Map.entry("search-index/nightly", "{\"made\":"),
                Map.entry("search-index/wanted", "{\"made\":"),
                Map.entry("catalog/override-offer-as-member", "403"),
                Map.entry("catalog/drop-override-as-member", "403"),
                Map.entry("catalog/attributions", "200"),
                Map.entry("catalog/together", "200"),
                Map.entry("catalog/companions", "200"),
                Map.entry("catalog/start-import-as-member", "403"),
                Map.entry("catalog/imports-as-member", "403"),
                Map.entry("catalog/import-as-member", "403"),
                // Nobody has put a token into the secret.
                Map.entry("tmdb-import/nightly", "{\"state\":\"OFF\""),
                Map.entry("tmdb-import/full-dry", "{\"state\":\"OFF\""),
                Map.entry("tmdb-import/continue", "{\"state\":\"OFF\""),
                Map.entry("payment-run/bill", "{\"charged\":"),
                Map.entry("payment-run/reconcile", "{\"compared\":"),
                Map.entry("payment-run/recover", "{\"expired\":"),
                Map.entry("payment-run/reminder", "{\"expired\":"),
                Map.entry("payment-run/settle", "{\"credited\":"),
                Map.entry("payment/admin-claims-as-member", "403"),
                Map.entry("payment/admin-refunds-as-member", "403"),
                Map.entry("payment/answer-claim-unknown", "404"),
                Map.entry("payment/approve-refund-as-member", "403"),
                Map.entry("payment/begin-billing-key", "201"),
                Map.entry("payment/billing-key", "200"),
                Map.entry("payment/cancel-screen-unknown", "404"),
                Map.entry("payment/close-party-unknown", "404"),
                Map.entry("payment/confirm-access-unknown", "404"),
                Map.entry("payment/confirm-unknown", "404"),
                Map.entry("payment/decide-claim-as-member", "403"),
                Map.entry("payment/decline-refund-as-member", "403"),
                Map.entry("payment/desk-actions-as-member", "403"),
                Map.entry("payment/admin-orders-as-member", "403"),
                Map.entry("payment/admin-order-as-member", "403"),
                Map.entry("payment/erase-vault-unknown", "404"),
                Map.entry("payment/fees-export-as-member", "403"),
                Map.entry("payment/join-unknown", "404"),
                Map.entry("payment/leave-party-unknown", "404"),
                Map.entry("payment/make-party", "201"),
                Map.entry("payment/move-party-unknown", "404"),
                Map.entry("payment/my-parties", "200"),
                Map.entry("payment/my-payments", "200"),
                Map.entry("payment/my-payments-export", "200"),
                Map.entry("payment/my-payouts", "200"),
                Map.entry("payment/my-payouts-export", "200"),
                Map.entry("payment/notice-forged", "200"),
                Map.entry("payment/offer-host-unknown", "404"),
                Map.entry("payment/open-claim-unknown", "404"),
                Map.entry("payment/order-unknown", "404"),
                Map.entry("payment/parties", "200"),
                Map.entry("payment/party-claims-unknown", "404"),
                Map.entry("payment/party-ledger-unknown", "404"),
                Map.entry("payment/party-plans", "200"),
                Map.entry("payment/party-unknown", "404"),
                Map.entry("payment/propose-refund-as-member", "403"),
                Map.entry("payment/receipt-unknown", "404"),
                Map.entry("payment/refund-preview-unknown", "404"),
                Map.entry("payment/refund-proposals-as-member", "403"),
                Map.entry("payment/register-billing-key-unknown", "422"),
                Map.entry("payment/remove-billing-key", "204"),
                Map.entry("payment/remove-member-unknown", "404"),
                Map.entry("payment/reserve-screen-off-the-grid", "422"),
                Map.entry("payment/resume-nothing-paused", "409"),
                Map.entry("payment/reveal-vault-unknown", "404"),
                Map.entry("payment/save-vault-unknown", "404"),
                Map.entry("payment/screens-unknown", "404"),
                Map.entry("payment/take-over-unknown", "404"),
                Map.entry("payment/vault-reveals-unknown", "404"),
                Map.entry("payment/vault-unknown", "404"),
                Map.entry("payment/withdraw-claim-unknown", "404"),
                Map.entry("push/outbox", "{\"batchItemFailures\":[]}"),
                Map.entry("push/ranking", "{\"batchItemFailures\":[]}"),
                Map.entry("rating/pick", "200"),
                Map.entry("rating/rate", "200"),
                Map.entry("rating/unrate", "200"),
                Map.entry("rating/undo-rating", "200"),
                Map.entry("rating/react", "200"),
                Map.entry("rating/take-reaction-back", "200"),
                Map.entry("rating/wish", "204"),
                Map.entry("rating/unwish", "204"),
                Map.entry("rating/dismiss", "200"),
                Map.entry("rating/take-dismissal-back", "200"),
                Map.entry("rating/progress", "200"),
                Map.entry("rating/my-ratings", "200"),
                Map.entry("rating/my-wishes", "200"),
                Map.entry("rating/my-watches", "200"),
                Map.entry("rating/my-dismissals", "200"),
                Map.entry("rating/my-reactions", "200"),
                Map.entry("rating/taste", "200"),
                Map.entry("rating/taste-match-unknown", "404"),
                Map.entry("rating/import-ratings", "200"),
                Map.entry("community/reviews", "200"),
                Map.entry("community/write-review", "201"),
                Map.entry("community/write-review-control-character", "422"),
                Map.entry("community/delete-review", "204"),
                Map.entry("community/my-reviews", "200"),
                Map.entry("community/review-unknown", "404"),
                Map.entry("community/like-review-unknown", "404"),
                Map.entry("community/unlike-review-unknown", "404"),
                Map.entry("community/report-review-unknown", "404"),
                Map.entry("community/review-comments-unknown", "404"),
                Map.entry("community/comment-review-unknown", "404"),
                Map.entry("community/delete-review-comment-unknown", "204"),
                Map.entry("community/hide-review-as-member", "403"),
                Map.entry("community/like-post-unknown", "404"),
                Map.entry("community/unlike-post-unknown", "404"),
                Map.entry("community/report-post-unknown", "404"),
                Map.entry("community/post-comments-unknown", "404"),
                Map.entry("community/comment-post-unknown", "404"),
                Map.entry("community/delete-post-comment-unknown", "204"),
                Map.entry("community/hide-post-as-member", "403"),
                Map.entry("community/posts", "200"),
                Map.entry("community/write-post", "201"),
                Map.entry("community/post-unknown", "404"),
                Map.entry("community/edit-post-unknown", "404"),
                Map.entry("community/delete-post-unknown", "204"),
                Map.entry("community/my-posts", "200"),
                Map.entry("community/prepare-post-photo", "201"),
                Map.entry("community/reports-as-member", "403"),
                Map.entry("rooms/message-reports-as-member", "403"),
                Map.entry("rooms/decide-message-reports-as-member", "403"),
                Map.entry("refresh/taste-changed", "{\"batchItemFailures\":[]}"),
                Map.entry("rooms/block-unknown", "404"),
                Map.entry("rooms/blocks", "200"),
                Map.entry("rooms/change-notification-preferences", "200"),
                Map.entry("rooms/delete-message-unknown", "404"),
                Map.entry("rooms/messages-unknown", "404"),
                Map.entry("rooms/my-rooms", "200"),
                Map.entry("rooms/notification-preferences", "200"),
                Map.entry("rooms/notifications", "200"),
                Map.entry("rooms/presence-unknown", "404"),
                Map.entry("rooms/read-mark-unknown", "404"),
                Map.entry("rooms/read-notifications", "200"),
                Map.entry("rooms/report-message-unknown", "404"),
                Map.entry("rooms/send-unknown", "404"),
                Map.entry("rooms/socket-ticket", "201"),
                Map.entry("rooms/unblock", "204"),
                Map.entry("schema/update", "{\"applied\":\"\",\"logIns\":\"takewithott_app_1\"}"),
                Map.entry("token-keys/create", "{\"made\":\"false\"}"),
                Map.entry("train/nightly", "{\"ratings\":"),
                // After the nightly one, which is the world's second: so there is a previous model.
                Map.entry("train/roll-back", "{\"from\":"),
                Map.entry("web/asset-of-another-build", "404"),
                Map.entry("web/deep-link", "200"),
                Map.entry("web/icon", "200"),
                Map.entry("web/page", "200")));

    private final boolean isolated;
    private RunningWorld world;
    private long userId;
    private String sessionId = "";

    Events(boolean isolated) {
      this.isolated = isolated;
    }

    @BeforeAll
    void start() throws Exception {
      world = RunningWorld.start(isolated);
      RunningWorld.Member member = world.join("mina");
      userId = member.userId();
      sessionId = member.sessionId();
    }

    @AfterAll
    void stop() {
      world.close();
    }

    @Test
    void everyEventFileHasItsExpectation() {
      assertThat(EventFiles.names()).isEqualTo(EXPECTED.keySet().stream().toList());
    }

    @Test
    void everyRouteAndTriggerHasAnEvent() {
      var routes =
          world.server().template().functions().stream()
              .flatMap(function -> function.routes().stream())
              .map(route -> route.key())
              .collect(Collectors.toSet());
      var covered =
          EventFiles.names().stream()
              .map(name -> EventFiles.read(name).path("routeKey").asText())
              .collect(Collectors.toSet());
      assertThat(covered).containsAll(routes);
      assertThat(EventFiles.names().stream().map(Events::function).collect(Collectors.toSet()))
          .isEqualTo(
              world.server().template().functions().stream()
                  .map(function -> function.logicalId())
                  .collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> everyEventIsAnswered() {
      return Stream.concat(
              EXPECTED.entrySet().stream().filter(each -> !each.getKey().equals(ENDS_ALL)),
              EXPECTED.entrySet().stream().filter(each -> each.getKey().equals(ENDS_ALL)))
          .map(
              expected ->
                  DynamicTest.dynamicTest(
                      expected.getKey(),
                      () -> {
                        InvocationResult result =
                            world
                                .server()
                                .invoke(
                                    function(expected.getKey()),
                                    Json.bytes(event(expected.getKey())));
                        assertThat(result.succeeded()).as(result.text()).isTrue();
                        assertThat(summary(result)).startsWith(expected.getValue());
                      }));
    }

    /** The file, with the id of a user who exists here. */
    private ObjectNode event(String name) {
      ObjectNode event = EventFiles.read(name);
      if (event.path("requestContext").path("authorizer").path("lambda")
          instanceof ObjectNode caller) {
        caller.put("userId", Long.toString(userId));
        caller.put("sessionId", sessionId);
      }
      if (event.path("Records").path(0) instanceof ObjectNode message) {
        message.put(
            "body", message.path("body").asText().replace("1000001", Long.toString(userId)));
      }
      return event;
    }

    /** {@code token-keys/create} is for TokenKeysFunction. */
    private static String function(String name) {
      return Arrays.stream(name.substring(0, name.indexOf('/')).split("-"))
              .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
              .collect(Collectors.joining())
          + "Function";
    }

    private static String summary(InvocationResult result) {
      JsonNode answer = Json.tree(result.payload());
      return answer.has("statusCode") ? answer.path("statusCode").asText() : result.text();
    }
  }
}
