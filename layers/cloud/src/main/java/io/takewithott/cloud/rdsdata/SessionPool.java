package io.takewithott.cloud.rdsdata;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sessions to lend: to calls outside of transactions, and to transactions for as long as they last.
 * Both have their own number, so that open transactions cannot keep other calls out. Idle sessions
 * are kept for the next borrower.
 */
final class SessionPool implements AutoCloseable {
  private static final int MOST_IDLE = 16;

  private final ConnectionSource source;
  private final RdsDataLimits limits;
  private final Semaphore calls;
  private final Semaphore transactions;
  private final Deque<Session> idle = new ArrayDeque<>();
  private boolean closed;

  SessionPool(ConnectionSource source, RdsDataLimits limits) {
    this.source = source;
    this.limits = limits;
    this.calls = new Semaphore(limits.sessions(), true);
    this.transactions = new Semaphore(limits.transactions(), true);
  }

  /** What a session is lent for. */
  enum Purpose {
    CALL,
    TRANSACTION
  }

  private static Properties settings(RdsDataLimits limits, LogIn logIn) {
    Properties settings = new Properties();
    settings.setProperty("user", logIn.username());
    settings.setProperty("password", logIn.password());
    settings.setProperty("ApplicationName", "rds-data");
    settings.setProperty("options", statementTimeout(limits));
    // Named statements would outlive the call; every value comes as text, as PostgreSQL writes it.
    settings.setProperty("prepareThreshold", "0");
    settings.setProperty("binaryTransfer", "false");
    // Text of binary data is twice its size: what passes this could still be an allowed response.
    settings.setProperty("maxResultBuffer", Integer.toString(2 * limits.responseBytes()));
    return settings;
  }

  private static String statementTimeout(RdsDataLimits limits) {
    return "-c statement_timeout=" + limits.statementTimeout().toMillis();
  }

  Session lend(String database, LogIn logIn, Purpose purpose) throws SQLException {
    Semaphore room = room(purpose);
    acquire(room, limits.sessionWait());
    try {
      Session kept = takeIdle(database, logIn);
      return kept == null ? open(database, logIn) : kept;
    } catch (SQLException | RuntimeException e) {
      room.release();
      throw e;
    }
  }

  private Session open(String database, LogIn logIn) throws SQLException {
    return new Session(database, logIn, source.open(database, settings(limits, logIn)));
  }

  private static void acquire(Semaphore room, Duration wait) {
    try {
      if (room.tryAcquire() || room.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw DataApiException.unavailable(
        "No database connection became free within %d ms".formatted(wait.toMillis()));
  }

  private @Nullable Session takeIdle(String database, LogIn logIn) {
    while (true) {
      Session session = pollIdle(database, logIn);
      if (session == null || session.isOpen()) {
        return session;
      }
      session.close();
    }
  }

  private synchronized @Nullable Session pollIdle(String database, LogIn logIn) {
    for (Iterator<Session> all = idle.iterator(); all.hasNext(); ) {
      Session session = all.next();
      if (session.serves(database, logIn)) {
        all.remove();
        return session;
      }
    }
    return null;
  }

  /** Takes a session back; it is kept only if it can be brought into its first state again. */
  void giveBack(Session session, Purpose purpose) {
    try {
      session.reset();
      keep(session);
    } catch (SQLException e) {
      session.close();
    } finally {
      room(purpose).release();
    }
  }

  private void keep(Session session) {
    Session surplus = null;
    synchronized (this) {
      if (closed) {
        surplus = session;
      } else {
        idle.addFirst(session);
        surplus = idle.size() > MOST_IDLE ? idle.pollLast() : null;
      }
    }
    if (surplus != null) {
      surplus.close();
    }
  }

  private Semaphore room(Purpose purpose) {
    return purpose == Purpose.CALL ? calls : transactions;
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Session::close);
    idle.clear();
  }
}
