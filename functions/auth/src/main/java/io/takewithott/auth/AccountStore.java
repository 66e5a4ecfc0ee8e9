package io.takewithott.auth;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts in the database; every method is one call. */
final class AccountStore {
  private final Database database;

  AccountStore(Database database) {
    this.database = database;
  }

  /**
   * @return the new user's id
   * @throws AppException EMAIL_TAKEN
   */
  long create(String email, String passwordHash, String nickname) {
    try {
      return database
          .writeOne(
              Sql.of(
                      """
                      insert into users (email, email_key, password_hash, nickname)
                      values (:email, :emailKey, :passwordHash, :nickname)
                      returning user_id
                      """)
                  .bind("email", email)
                  .bind("emailKey", key(email))
                  .bind("passwordHash", passwordHash)
                  .bind("nickname", nickname),
              NewUser.class)
          .orElseThrow()
          .userId;
    } catch (DatabaseException failure) {
      if (failure.violatesUnique("users_email_key_unique")) {
        throw new AppException(
            ErrorCode.EMAIL_TAKEN, "There is an account with this e-mail address: log in instead");
      }
      throw failure;
    }
  }

  Optional<Account> findByEmail(String email) {
    return database.readOne(
        Sql.of(SELECT + " where email_key = :emailKey").bind("emailKey", key(email)),
        Account.class);
  }

  Optional<Account> find(long userId) {
    return database.readOne(
        Sql.of(SELECT + " where user_id = :userId").bind("userId", userId), Account.class);
  }

  private static final String SELECT =
      """
      select user_id, email, nickname, password_hash,
             (select count(*) from picks p where p.user_id = u.user_id) as picks,
             (select count(*) from ratings r
               where r.user_id = u.user_id and r.half_stars is not null) as ratings
        from users u
      """;

  /** What makes an address one account: its letters without their case. */
  private static String key(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  /** An account; imported users have neither address nor password. */
  record Account(
      long userId,
      @Nullable String email,
      String nickname,
      @Nullable String passwordHash,
      int picks,
      int ratings) {
    @Override
    public String toString() {
      return "Account[" + userId + "]";
    }
  }

  record NewUser(long userId) {}
}
