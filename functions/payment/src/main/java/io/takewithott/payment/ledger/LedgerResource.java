package io.takewithott.payment.ledger;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.payment.request.Given;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger of a party, for who is or was in it; one database call. */
public final class LedgerResource {
  private final LedgerStore ledger;

  public LedgerResource(LedgerStore ledger) {
    this.ledger = ledger;
  }

  public Response ofParty(Request request) {
    long userId = request.requireCaller().userId();
    List<EntryRead> rows = ledger.ofParty(request.pathId("id"), userId, Given.cursor(request, 0));
    if (rows.isEmpty()) {
      throw new AppException(ErrorCode.NOT_FOUND, "You are not in this party");
    }
    List<EntryRead> page = rows.subList(1, Math.min(rows.size(), LedgerStore.PAGE + 1));
    boolean more = rows.size() > LedgerStore.PAGE + 1;
    return Response.ok(
        new LedgerResponse(
            page.stream().map(EntryRead::answer).toList(),
            EntryRead.sum(page),
            more ? page.get(page.size() - 1).entryId() : null));
  }

  /**
   * @param sum of every line here: 0, always
   */
  record LedgerResponse(List<EntryRead.Answer> entries, long sum, @Nullable Long next) {}
}
