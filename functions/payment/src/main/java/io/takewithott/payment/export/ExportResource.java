package io.takewithott.payment.export;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.export.ExportStore.FeeRow;
import io.takewithott.payment.export.ExportStore.HostRow;
import io.takewithott.payment.export.ExportStore.MemberRow;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.receipt.Vat;
import io.takewithott.payment.request.Given;
import java.util.List;

/** A year as a table: one database call, for members one for every thousand rows. */
public final class ExportResource {
  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2100;
  private static final int MOST_PAGES = 10;

  private final ExportStore store;
  private final Today today;

  public ExportResource(ExportStore store, Today today) {
    this.store = store;
    this.today = today;
  }

  /** The caller's payments. */
  public Response member(Request request) {
    int year = year(request);
    long userId = request.requireCaller().userId();
    Csv csv =
        new Csv(
            "날짜 Date",
            "구분 Kind",
            "주문 Order",
            "파티 Party",
            "서비스 Service",
            "분담금 Share",
            "수수료 공급가액 Fee without tax",
            "수수료 부가세 Tax of the fee",
            "합계 Total");
    long after = 0;
    for (int page = 0; ; page++) {
      List<MemberRow> rows = store.member(userId, year, after);
      rows.forEach(row -> add(csv, row));
      if (rows.size() < ExportStore.PAGE) {
        return file(csv, "payments-" + year);
      }
      if (page == MOST_PAGES) {
        throw tooMuch();
      }
      after = rows.get(rows.size() - 1).entryId();
    }
  }

  /** What the caller earned as a host, by month and party. */
  public Response host(Request request) {
    int year = year(request);
    List<HostRow> rows = store.host(request.requireCaller().userId(), year);
    if (rows.size() > ExportStore.PAGE) {
      throw tooMuch();
    }
    Csv csv =
        new Csv("월 Month", "파티 번호 Party", "파티 Title", "서비스 Service", "적립 Earned", "지급 Paid out");
    rows.forEach(
        row ->
            csv.row(
                row.month(),
                row.partyId(),
                row.title(),
                row.service(),
                row.credited(),
                row.paidOut()));
    return file(csv, "payouts-" + year);
  }

  /** For administrators: our own fees by month. */
  public Response fees(Request request) {
    int year = year(request);
    Csv csv =
        new Csv(
            "월 Month",
            "결제 Payments",
            "수수료 Fees",
            "환불 Given back",
            "순수수료 Net",
            "공급가액 Without tax",
            "부가세 Tax",
            "보상 Goodwill");
    for (FeeRow row : store.fees(year)) {
      long net = row.charged() - row.givenBack();
      csv.row(
          row.month(),
          row.payments(),
          row.charged(),
          row.givenBack(),
          net,
          net - row.vat(),
          row.vat(),
          row.goodwill());
    }
    return file(csv, "fees-" + year);
  }

  private static void add(Csv csv, MemberRow row) {
    boolean bought = !row.reason().equals("received") && !row.reason().equals("refunded");
    long vat = bought ? vat(row) : 0;
    csv.row(
        row.day(),
        kind(row.reason()),
        row.orderId(),
        row.title(),
        row.service(),
        bought ? row.share() : row.provider(),
        bought ? row.fee() - vat : 0,
        vat,
        bought ? row.share() + row.fee() : row.provider());
  }

  private static long vat(MemberRow row) {
    return row.fee() >= 0
        ? Vat.in(new Won(row.fee())).amount()
        : -Vat.inBack(new Won(row.orderFee()), new Won(-row.fee())).amount();
  }

  private static String kind(String reason) {
    return switch (reason) {
      case "paid" -> "결제 Payment";
      case "refund" -> "환불 Refund";
      case "goodwill" -> "보상 환불 Goodwill";
      case "received" -> "오결제 Taken in error";
      default -> "오결제 반환 Returned";
    };
  }

  /** This one if none is said. */
  private int year(Request request) {
    return Given.number(request, "year", FIRST_YEAR, LAST_YEAR).orElse(today.date().getYear());
  }

  private static AppException tooMuch() {
    return new AppException(
        ErrorCode.CONFLICT, "This is more than one table holds: ask us for it in parts");
  }

  private static Response file(Csv csv, String name) {
    return Response.bytes(200, "text/csv; charset=utf-8", csv.bytes())
        .withHeader("cache-control", "no-store")
        .withHeader("x-content-type-options", "nosniff")
        .withHeader("content-disposition", "attachment; filename=\"" + name + ".csv\"");
  }
}
