package io.takewithott.local.standin.oauth;

import io.takewithott.local.standin.oauth.OAuthStandIns.Desk;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * How the stand-ins are told to behave: {@code POST /_local/standins/kakao/token/slow?millis=7000}
 * once, {@code &times=3} three times, {@code DELETE /_local/standins/kakao} no more; {@code GET
 * /_local/standins/kakao} tells how often it was asked and who is connected.
 */
final class StandInControl {
  static final String PREFIX = "_local/standins";

  private static final int DEFAULT_MILLIS = 7000;

  private final List<Desk> desks;
  private final InstantSource clock;
  private final AtomicInteger trapped = new AtomicInteger();

  StandInControl(List<Desk> desks, InstantSource clock) {
    this.desks = desks;
    this.clock = clock;
  }

  Answer answer(Call call) {
    List<String> parts = List.of(call.path().substring(PREFIX.length()).split("/", -1));
    if (parts.size() == 2 && parts.get(1).equals("trap")) {
      return Answer.json(200, Map.of("trapped", trapped.incrementAndGet()));
    }
    Optional<Desk> desk =
        parts.size() < 2
            ? Optional.empty()
            : desks.stream()
                .filter(one -> one.standIn().provider().equals(parts.get(1)))
                .findFirst();
    return desk.map(found -> answer(call, parts, found)).orElseGet(StandInControl::unknown);
  }

  private Answer answer(Call call, List<String> parts, Desk desk) {
    switch (call.method() + " " + parts.size()) {
      case "GET 2":
        return Answer.json(
            200,
            Map.of(
                "asked", desk.faults().asked(),
                "connected", desk.ledger().connected(),
                "trapped", trapped.get()));
      case "DELETE 2":
        desk.faults().clear();
        return done();
      case "GET 3":
        return signedRequest(call);
      case "POST 4":
        return order(call, parts, desk);
      default:
        return unknown();
    }
  }

  private static Answer order(Call call, List<String> parts, Desk desk) {
    String wanted = parts.get(2).toUpperCase(Locale.ROOT);
    Optional<Place> place =
        Stream.of(Place.values()).filter(one -> one.name().equals(wanted)).findFirst();
    Optional<Fault> fault = Fault.named(parts.get(3));
    if (place.isEmpty() || fault.isEmpty()) {
      return unknown();
    }
    desk.faults()
        .order(
            place.get(),
            fault.get(),
            number(call, "times", 1),
            number(call, "millis", DEFAULT_MILLIS));
    return done();
  }

  /** {@code GET /_local/standins/facebook/signed-request?person=other&name=…}. */
  private Answer signedRequest(Call call) {
    return Person.chosen(call.query())
        .map(
            person ->
                Answer.json(
                    200,
                    Map.of(
                        "signed_request",
                        FacebookStandIn.signedRequest(person, clock.instant().getEpochSecond()))))
        .orElseGet(StandInControl::unknown);
  }

  private static int number(Call call, String name, int otherwise) {
    String text = call.parameter(name);
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  private static Answer done() {
    return Answer.json(200, Map.of("done", true));
  }

  private static Answer unknown() {
    return Answer.json(
        404,
        Map.of(
            "message",
            "There are /_local/standins/{kakao|naver|facebook}[/{authorize|token|profile|unlink}/{fault}]"
                + " with the faults "
                + List.of(Fault.values())));
  }
}
