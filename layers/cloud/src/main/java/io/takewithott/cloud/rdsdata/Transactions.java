package io.takewithott.cloud.rdsdata;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The open transactions by their ids. A transaction ends by commit or rollback, by the first error
 * in a call, or by itself when it was idle or open for too long.
 */
final class Transactions implements AutoCloseable {
  private static final int ID_BYTES = 138;
  private static final int MOST_ENDED_REMEMBERED = 10_000;
  private static final String UNKNOWN = "";
  private static final String EXPIRED = ": it has expired";
  private static final String TERMINATED = ": a previous call terminated it";
  private static final String ABORTED = ": it was aborted because of an error in a previous call";

  private final SessionPool pool;
  private final RdsDataLimits limits;
  private final InstantSource time;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Open> open = new HashMap<>();
  private final Map<String, String> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_ENDED_REMEMBERED;
        }
      };

  Transactions(SessionPool pool, RdsDataLimits limits, InstantSource time) {
    this.pool = pool;
    this.limits = limits;
    this.time = time;
  }

  private static final class Open {
    private final String id;
    private final Session session;
    private final Instant beganAt;
    private Instant lastUsedAt;
    private boolean busy;

    Open(String id, Session session, Instant beganAt) {
      this.id = id;
      this.session = session;
      this.beganAt = beganAt;
      this.lastUsedAt = beganAt;
    }
  }

  /** Work of one call within a transaction. */
  @FunctionalInterface
  interface Work {
    byte[] run(Session session);
  }

  String begin(String database, LogIn logIn) throws SQLException {
    Session session = pool.lend(database, logIn, SessionPool.Purpose.TRANSACTION);
    try {
      session.connection().setAutoCommit(false);
    } catch (SQLException e) {
      pool.giveBack(session, SessionPool.Purpose.TRANSACTION);
      throw e;
    }
    Open transaction = new Open(newId(), session, time.instant());
    synchronized (this) {
      open.put(transaction.id, transaction);
    }
    return transaction.id;
  }

  private String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Runs a call in the transaction; an error ends the transaction. */
  byte[] call(String id, Optional<String> database, Work work) {
    Open transaction = take(id, database);
    boolean succeeded = false;
    try {
      byte[] response = work.run(transaction.session);
      succeeded = true;
      return response;
    } finally {
      if (succeeded) {
        release(transaction);
      } else {
        end(transaction, ABORTED);
      }
    }
  }

  void commit(String id) {
    Open transaction = take(id, Optional.empty());
    String reason = ABORTED;
    try {
      transaction.session.connection().commit();
      reason = TERMINATED;
    } catch (SQLException e) {
      throw DatabaseFailure.of(e);
    } finally {
      end(transaction, reason);
    }
  }

  void rollback(String id) {
    end(take(id, Optional.empty()), TERMINATED);
  }

  private synchronized Open take(String id, Optional<String> database) {
    Open transaction = open.get(id);
    if (transaction == null) {
      throw DataApiException.transactionNotFound(id, ended.getOrDefault(id, UNKNOWN));
    }
    if (transaction.busy) {
      throw DataApiException.database("Transaction is still running a query");
    }
    if (database.isPresent() && !database.get().equals(transaction.session.database())) {
      throw DataApiException.badRequest("Database name is not the same as transaction's database");
    }
    transaction.busy = true;
    return transaction;
  }

  private synchronized void release(Open transaction) {
    transaction.lastUsedAt = time.instant();
    transaction.busy = false;
  }

  /** Rolls back what was not committed. */
  private void end(Open transaction, String reason) {
    synchronized (this) {
      open.remove(transaction.id);
      ended.put(transaction.id, reason);
    }
    pool.giveBack(transaction.session, SessionPool.Purpose.TRANSACTION);
  }

  /** Ends the transactions whose time is over; those running a call are left to finish it. */
  void expire() {
    for (Open transaction : takeExpired()) {
      end(transaction, EXPIRED);
    }
  }

  private synchronized List<Open> takeExpired() {
    if (open.isEmpty()) {
      return List.of();
    }
    Instant now = time.instant();
    List<Open> expired = new ArrayList<>();
    for (Open transaction : open.values()) {
      if (!transaction.busy && isOver(transaction, now)) {
        transaction.busy = true;
        expired.add(transaction);
      }
    }
    return expired;
  }

  private boolean isOver(Open transaction, Instant now) {
    return !now.isBefore(transaction.lastUsedAt.plus(limits.transactionIdle()))
        || !now.isBefore(transaction.beganAt.plus(limits.transactionTotal()));
  }

  @Override
  public void close() {
    List<Open> all;
    synchronized (this) {
      all = List.copyOf(open.values());
    }
    all.forEach(transaction -> transaction.session.close());
  }
}
