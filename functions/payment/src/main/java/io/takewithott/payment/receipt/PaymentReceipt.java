package io.takewithott.payment.receipt;

import io.takewithott.payment.money.Won;
import io.takewithott.payment.receipt.ReceiptStore.PaymentRow;
import io.takewithott.payment.receipt.ReceiptStore.RefundRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt. Its number is the day and the number of the ledger's entry, which there is once.
 *
 * @param unwanted whether it was taken without anything being bought, and is given back
 * @param until the last day that was paid for
 * @param feeSupply the fee without its tax
 * @param kept what is left of it when all refunds are made
 */
record PaymentReceipt(
    String number,
    String orderId,
    OffsetDateTime paidAt,
    boolean unwanted,
    long partyId,
    String title,
    String service,
    String planName,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    Won share,
    Won fee,
    Won feeSupply,
    Won feeVat,
    Won total,
    @Nullable String method,
    List<Line> refunds,
    Won kept) {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  static PaymentReceipt of(PaymentRow row) {
    OffsetDateTime paidAt = moment(row.paidSeconds());
    Won vat = Vat.in(row.fee());
    LocalDate from = row.startsOn();
    Integer days = row.days();
    Won back = row.refunds().stream().map(RefundRow::amount).reduce(Won.NONE, Won::plus);
    return new PaymentReceipt(
        "TWO-" + DAY.format(paidAt.toLocalDate()) + "-" + "%06d".formatted(row.entryId()),
        row.orderId(),
        paidAt,
        row.unwanted(),
        row.partyId(),
        row.title(),
        row.service(),
        row.planName(),
        from,
        from == null || days == null ? null : from.plusDays(days - 1L),
        row.share(),
        row.fee(),
        row.fee().minus(vat),
        vat,
        row.total(),
        row.method(),
        row.refunds().stream().map(refund -> Line.of(refund, row.fee())).toList(),
        row.total().minus(back));
  }

  private static OffsetDateTime moment(long seconds) {
    return Instant.ofEpochSecond(seconds).atZone(SEOUL).toOffsetDateTime();
  }

  /**
   * Something that was given back.
   *
   * @param fee of the amount, what was our fee, with its tax
   * @param doneAt when it was; absent while it is on its way
   */
  record Line(
      String refundId,
      Won amount,
      Won fee,
      Won feeVat,
      String reason,
      OffsetDateTime decidedAt,
      @Nullable OffsetDateTime doneAt) {
    static Line of(RefundRow refund, Won fee) {
      Long done = refund.doneSeconds();
      return new Line(
          refund.refundId(),
          refund.amount(),
          refund.fee(),
          Vat.inBack(fee, refund.fee()),
          refund.reason(),
          moment(refund.decidedSeconds()),
          done == null ? null : moment(done));
    }
  }
}
