package io.takewithott.cloud.bootpay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/**
 * How the stand-in is told to behave: {@code POST /_local/bootpay/confirm/lost?times=2}, {@code
 * DELETE /_local/bootpay} no more; {@code GET /_local/bootpay} tells how often it was asked and
 * what it holds, {@code POST /_local/bootpay/cancel-outside/{receipt}} cancels past us.
 */
final class BootpayControl {
  private static final int DEFAULT_MILLIS = 10_000;

  private final BootpayBook book;
  private final BootpayFaults faults;

  BootpayControl(BootpayBook book, BootpayFaults faults) {
    this.book = book;
    this.faults = faults;
  }

  BootpayAnswer answer(Request request, String path) {
    List<String> parts = Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
    switch (request.getMethod() + " " + parts.size()) {
      case "GET 0":
        return BootpayAnswer.json(
            Map.of(
                "asked", faults.asked(),
                "held", book.all().stream().mapToLong(BootpayReceipt::held).sum(),
                "receipts", book.all().size()));
      case "DELETE 0":
        faults.clear();
        return BootpayAnswer.json(Map.of("done", true));
      case "POST 2":
        return order(request, parts);
      default:
        return unknown();
    }
  }

  private BootpayAnswer order(Request request, List<String> parts) {
    if (parts.get(0).equals("cancel-outside")) {
      book.cancelOutside(parts.get(1));
      return BootpayAnswer.json(Map.of("done", true));
    }
    String wanted = parts.get(0).toUpperCase(Locale.ROOT).replace('-', '_');
    Optional<BootpayPlace> place =
        Stream.of(BootpayPlace.values()).filter(one -> one.name().equals(wanted)).findFirst();
    Optional<BootpayFault> fault = BootpayFault.named(parts.get(1));
    if (place.isEmpty() || fault.isEmpty()) {
      return unknown();
    }
    Fields query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    faults.order(
        place.get(),
        fault.get(),
        number(query, "times", 1),
        number(query, "millis", DEFAULT_MILLIS));
    return BootpayAnswer.json(Map.of("done", true));
  }

  private static int number(Fields query, String name, int otherwise) {
    String text = query.getValue(name);
    return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
  }

  private static BootpayAnswer unknown() {
    return BootpayAnswer.refused(
        404,
        "PLACES_" + List.of(BootpayPlace.values()) + "_FAULTS_" + List.of(BootpayFault.values()));
  }
}
