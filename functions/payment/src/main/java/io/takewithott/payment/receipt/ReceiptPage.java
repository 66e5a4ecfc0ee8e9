package io.takewithott.payment.receipt;

import io.takewithott.payment.money.Won;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A receipt as a page to be printed: no script, nothing loaded, every value escaped. */
final class ReceiptPage {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="ko"><head><meta charset="utf-8"><title>영수증 %s</title><style>
      body{font:14px/1.6 sans-serif;max-width:36em;margin:2em auto;color:#111}
      table{width:100%%;border-collapse:collapse}td{padding:.3em 0;border-bottom:1px solid #ddd}
      td+td{text-align:right}small{color:#666}@media print{body{margin:0}}
      </style></head><body><h1>영수증 <small>Receipt</small></h1><table>
      """;

  private final StringBuilder html = new StringBuilder();

  private ReceiptPage() {}

  static String of(PaymentReceipt receipt) {
    ReceiptPage page = new ReceiptPage();
    page.html.append(HEAD.formatted(escaped(receipt.number())));
    page.row("번호", "Number", receipt.number());
    page.row("결제일시", "Paid", moment(receipt.paidAt()));
    page.row("파티", "Party", receipt.title() + " · " + receipt.planName());
    if (receipt.from() != null) {
      page.row("이용기간", "Period", receipt.from() + " – " + receipt.until());
    }
    page.row("결제수단", "Method", receipt.method() == null ? "-" : receipt.method());
    if (!receipt.unwanted()) {
      page.row("분담금", "Share", won(receipt.share()));
      page.row("수수료 공급가액", "Fee without tax", won(receipt.feeSupply()));
      page.row("수수료 부가세", "Tax of the fee", won(receipt.feeVat()));
    }
    page.row("합계", "Total", won(receipt.total()));
    for (PaymentReceipt.Line line : receipt.refunds()) {
      OffsetDateTime done = line.doneAt();
      page.row(
          done == null ? "환불 진행 중" : "환불 " + moment(done),
          done == null ? "Refund under way" : "Refund",
          "-" + won(line.amount()));
    }
    page.row("실결제액", "Kept", won(receipt.kept()));
    return page.html.append("</table><p><small>Take With OTT</small></p></body></html>").toString();
  }

  private void row(String korean, String english, String value) {
    html.append("<tr><td>")
        .append(escaped(korean))
        .append(" <small>")
        .append(escaped(english))
        .append("</small></td><td>")
        .append(escaped(value))
        .append("</td></tr>\n");
  }

  private static String moment(OffsetDateTime moment) {
    return MOMENT.format(moment);
  }

  private static String won(Won amount) {
    return String.format(Locale.ROOT, "%,d원", amount.amount());
  }

  private static String escaped(@Nullable String text) {
    return String.valueOf(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
