package io.takewithott.auth.account;

import io.takewithott.auth.audit.SecurityEventKind;
import io.takewithott.auth.audit.SecurityEvents;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.limits.Limit;
import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.auth.mail.MailKind;
import io.takewithott.auth.mail.Mails;
import io.takewithott.auth.session.SessionStore;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.core.http.Caller;
import io.takewithott.core.limits.Claim;
import io.takewithott.core.limits.RateLimits;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Accounts in the database; every method is one call, except where it says otherwise. */
public final class AccountStore {
  /** A name like the wished one with four digits is free sooner than that. */
  private static final int MOST_NAMES_TRIED = 8;

  private static final int FOUR_DIGITS = 10_000;

  private static final String COLUMNS =
      """
      u.user_id, u.email, u.email_verified_at is not null as email_verified, u.nickname, u.password_hash,
      u.age_band, u.language, u.autoplay, u.role = 'admin' as admin,
      (select count(*) from picks p where p.user_id = u.user_id) as picks,
      (select count(*) from ratings r where r.user_id = u.user_id and r.half_stars is not null) as ratings
      """;

  private final Database database;
  private final RateLimits limits;
  private final RandomGenerator random;
  private final InstantSource clock;

  public AccountStore(
      Database database, RateLimits limits, RandomGenerator random, InstantSource clock) {
    this.database = database;
    this.limits = limits;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Makes an account, notes the sign-up, and has a mail sent to an address that is not proven.
   *
   * @return the new user's id
   * @throws AppException EMAIL_TAKEN, NICKNAME_TAKEN
   */
  public long create(NewAccount account, Client client) {
    EmailAddress email = account.email();
    AgeBand ageBand = account.ageBand();
    Sql sql =
        Sql.of(
                """
                with made as (
                  insert into users (email, email_key, email_verified_at, password_hash, nickname, nickname_key,
                                     age_band, language)
                  values (:email, :emailKey, case when :verified then to_timestamp(:now) end, :passwordHash,
                          :nickname, :nicknameKey, :ageBand, :language)
                  returning user_id),
                mailed as (
                """
                    + Mails.noting(
                        MailKind.VERIFY_EMAIL,
                        "made where :email::text is not null and not :verified")
                    + "), noted as ("
                    + SecurityEvents.notedFor("made")
                    + ") select user_id from made")
            .bind("email", email == null ? null : email.text())
            .bind("emailKey", email == null ? null : email.key())
            .bind("verified", account.emailVerified())
            .bind("passwordHash", account.passwordHash())
            .bind("nickname", account.nickname().text())
            .bind("nicknameKey", account.nickname().key())
            .bind("ageBand", ageBand == null ? null : ageBand.code())
            .bind("language", account.language().code())
            .bindSeconds("now", clock.instant());
    try {
      return database
          .writeOne(SecurityEvents.bind(sql, SecurityEventKind.SIGNED_UP, client), NewUser.class)
          .orElseThrow()
          .userId;
    } catch (DatabaseException failure) {
      throw taken(failure);
    }
  }

  /**
   * As {@link #create}, but if the nickname is taken another one like it is found. For somebody who
   * did not choose it: a name that came from elsewhere. One call for each name tried.
   */
  public long createNamedAlike(NewAccount account, Client client) {
    NewAccount tried = account;
    for (int i = 0; i < MOST_NAMES_TRIED; i++) {
      try {
        return create(tried, client);
      } catch (AppException failure) {
        if (failure.code() != ErrorCode.NICKNAME_TAKEN) {
          throw failure;
        }
        String digits = String.format("%04d", random.nextInt(FOUR_DIGITS));
        tried = account.named(account.nickname().with(digits));
      }
    }
    throw new AppException(ErrorCode.NICKNAME_TAKEN, "Choose another nickname");
  }

  /**
   * Only for an address that the caller has proven, or with {@link #findForLogIn} behind limits.
   */
  public Optional<Account> findByEmail(EmailAddress email) {
    return database.readOne(
        Sql.of("select " + COLUMNS + " from users u where u.email_key = :emailKey")
            .bind("emailKey", email.key()),
        Account.class);
  }

  /** Nothing for a user who has gone. */
  public Optional<Account> find(long userId) {
    return database.readOne(
        Sql.of(
                "select "
                    + COLUMNS
                    + " from users u where u.user_id = :userId and u.deleted_at is null")
            .bind("userId", userId),
        Account.class);
  }

  /**
   * The caller's account, if their session still lives.
   *
   * @throws AppException UNAUTHENTICATED
   */
  public Account require(Caller caller) {
    return database
        .readOne(
            Sql.of(
                    "select "
                        + COLUMNS
                        + " from users u where u.user_id = :userId and u.deleted_at is null and "
                        + SessionStore.IS_LIVE)
                .bind("userId", caller.userId())
                .bind("sessionId", caller.sessionId())
                .bindSeconds("now", clock.instant()),
            Account.class)
        .orElseThrow(SessionStore::loggedOut);
  }

  /**
   * Takes an attempt and finds the account behind an address, in one call.
   *
   * @throws AppException TOO_MANY_REQUESTS, whether there is such an account or not
   */
  Optional<Account> findForLogIn(String email, List<Claim> claims) {
    Gated gated =
        database
            .writeOne(
                limits
                    .gated(
                        claims,
                        """
                        select g.allowed, g.wait_seconds, coalesce(to_jsonb(a)::text, 'null') as account_json
                          from gate g
                          left join lateral (select
                        """
                            + COLUMNS
                            + " from users u where u.email_key = :emailKey and g.allowed) a on true")
                    .bind("emailKey", EmailAddress.key(email)),
                Gated.class)
            .orElseThrow();
    RateLimits.require(gated.allowed, gated.waitSeconds);
    return Optional.ofNullable(gated.account);
  }

  /**
   * @throws AppException TOO_MANY_REQUESTS
   */
  boolean isFree(Nickname nickname, String address) {
    Free answer =
        database
            .writeOne(
                limits
                    .gated(
                        List.of(Limit.NICKNAME_ADDRESS.of(address)),
                        """
                        select allowed, wait_seconds,
                               not exists (select 1 from users u where allowed and u.nickname_key = :key) as free
                          from gate
                        """)
                    .bind("key", nickname.key()),
                Free.class)
            .orElseThrow();
    RateLimits.require(answer.allowed, answer.waitSeconds);
    return answer.free;
  }

  /** What to tell of a failure to store an address or a nickname. */
  public static RuntimeException taken(DatabaseException failure) {
    if (failure.violatesUnique("users_email_key_unique")) {
      return new AppException(
          ErrorCode.EMAIL_TAKEN, "There is an account with this e-mail address: log in instead");
    }
    if (failure.violatesUnique("users_nickname_key_unique")) {
      return new AppException(
          ErrorCode.NICKNAME_TAKEN, "Somebody has this nickname: choose another");
    }
    return failure;
  }

  /** An account; imported users have neither address nor password. */
  public record Account(
      long userId,
      @Nullable String email,
      boolean emailVerified,
      String nickname,
      @Nullable String passwordHash,
      @Nullable String ageBand,
      String language,
      boolean autoplay,
      boolean admin,
      int picks,
      int ratings) {
    @Override
    public String toString() {
      return "Account[" + userId + "]";
    }
  }

  record Free(boolean allowed, long waitSeconds, boolean free) {}

  record NewUser(long userId) {}

  record Gated(boolean allowed, long waitSeconds, @Nullable Account account) {}
}
