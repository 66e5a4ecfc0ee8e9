package io.takewithott.core.metrics;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every metric there is, in the namespace {@code TakeWithOtt/<stack>}. OPERATIONS.md says of each
 * what it means and what rings when it is wrong; a test holds the two against each other.
 */
public enum Metric {
  /** From a request's event to its answer. */
  REQUEST_MILLIS("RequestMillis", Unit.MILLISECONDS, Dimension.SERVICE),
  /** Calls of the Data API that a request made, tried again or not. */
  DATABASE_CALLS("DatabaseCalls", Unit.COUNT, Dimension.SERVICE),
  /** Of each request 1 where it was answered with 4xx, else 0: the average is the share. */
  CLIENT_ERRORS("ClientErrors", Unit.COUNT, Dimension.SERVICE),
  /** Of each request 1 where it was answered with 5xx, else 0. */
  SERVER_ERRORS("ServerErrors", Unit.COUNT, Dimension.SERVICE),
  /** An invocation that came first to an instance; how it had started is in the line. */
  INSTANCE_STARTS("InstanceStarts", Unit.COUNT, null),
  /** How long ago the ranking was made that a home page was served from. */
  RANKING_AGE("RankingAge", Unit.SECONDS, Dimension.RANKING),
  /** From a change of somebody's taste to the ranking that knows it. */
  REFRESH_LAG("RefreshLag", Unit.MILLISECONDS, null),
  /** The payment provider did not do what it was asked. */
  PAYMENT_FAILURES("PaymentFailures", Unit.COUNT, Dimension.CAUSE),
  /** By how many won entries of the ledger do not sum to zero. */
  LEDGER_IMBALANCE("LedgerImbalance", Unit.NONE, null),
  /** Orders of which the provider holds less than the ledger says. */
  ORDERS_DIFFERING("OrdersDiffering", Unit.COUNT, null),
  /** A refund was refused for days. */
  REFUNDS_STUCK("RefundsStuck", Unit.COUNT, null),
  /** Of each mail that was not taken 1 where it is not tried again, else 0. */
  MAILS_GIVEN_UP("MailsGivenUp", Unit.COUNT, null),
  /** Messages that could not be written to open connections; those who miss one ask. */
  PUSHES_GIVEN_UP("PushesGivenUp", Unit.COUNT, null),
  /** How long ago the search index was made that answers searches. */
  SEARCH_INDEX_AGE("SearchIndexAge", Unit.SECONDS, null),
  /** Rows that changed since then, which each instance keeps beside it. */
  SEARCH_CHANGES("SearchChanges", Unit.COUNT, null),
  /** How long ago the last import from TMDB began that came to its end. */
  IMPORT_LAG("ImportLag", Unit.SECONDS, null);

  private final String title;
  private final Unit unit;
  private final @Nullable Dimension dimension;

  Metric(String title, Unit unit, @Nullable Dimension dimension) {
    this.title = title;
    this.unit = unit;
    this.dimension = dimension;
  }

  /** The name in CloudWatch. */
  public String title() {
    return title;
  }

  public Unit unit() {
    return unit;
  }

  /** By what it is told apart, if by anything. */
  public Optional<Dimension> dimension() {
    return Optional.ofNullable(dimension);
  }
}
