package io.takewithott.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.auth.account.AccountStore.Account;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.mail.EmailAddress;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.database.Sql;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.testing.TestDatabase;
import java.time.InstantSource;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountStoreTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private static final Client CLIENT = new Client("Firefox · Linux", "203.0.113.x", "203.0.113.7");

  private final AccountStore store =
      new AccountStore(
          DATABASE.database(),
          new RateLimits(DATABASE.database(), InstantSource.system()),
          new Random(7),
          InstantSource.system());

  record Waiting(String kind) {}

  @BeforeEach
  void forgetEverybody() {
    DATABASE.run("delete from users");
  }

  @Test
  void anAccountIsFoundByItsAddressInAnyCase() {
    long userId = create("Mina@Example.com", "미나");

    Account account = store.findByEmail(new EmailAddress("mina@example.COM")).orElseThrow();

    assertThat(account)
        .isEqualTo(
            new Account(
                userId, "Mina@Example.com", false, "미나", "hash", null, "ko", true, false, 0, 0));
    assertThat(store.find(userId)).contains(account);
    assertThat(account.toString()).doesNotContain("hash").doesNotContain("Example");
  }

  @Test
  void anAddressIsTakenOnceInAnyCase() {
    create("jun@example.com", "준");

    assertThatThrownBy(() -> create("JUN@example.com", "다른 준"))
        .isInstanceOf(AppException.class)
        .hasMessage("There is an account with this e-mail address: log in instead")
        .extracting(failure -> ((AppException) failure).code())
        .isEqualTo(ErrorCode.EMAIL_TAKEN);
  }

  @Test
  void aNicknameIsTakenOnceHoweverItIsWritten() {
    create("one@example.com", "Mina");

    assertThatThrownBy(() -> create("two@example.com", "ＭＩＮＡ"))
        .hasMessage("Somebody has this nickname: choose another");
  }

  @Test
  void aNameFromElsewhereThatIsTakenGetsDigits() {
    create("one@example.com", "Mina");
    NewAccount social = account(null, "mina", null);

    long userId = store.createNamedAlike(social, CLIENT);

    assertThat(store.find(userId).orElseThrow().nickname()).matches("mina[0-9]{4}");
  }

  @Test
  void anAccountNeedsNeitherAddressNorPassword() {
    long userId = store.create(account(null, "카카오", null), CLIENT);

    Account account = store.find(userId).orElseThrow();
    assertThat(account.email()).isNull();
    assertThat(account.passwordHash()).isNull();
    assertThat(mails()).isEmpty();
  }

  @Test
  void anAddressThatIsNotProvenGetsAMail() {
    create("mina@example.com", "미나");

    assertThat(mails()).containsExactly("VERIFY_EMAIL");
  }

  @Test
  void anAddressThatIsProvenGetsNone() {
    store.create(
        new NewAccount(
            new EmailAddress("mina@example.com"),
            true,
            null,
            new Nickname("미나"),
            null,
            Language.EN),
        CLIENT);

    assertThat(mails()).isEmpty();
    assertThat(store.findByEmail(new EmailAddress("mina@example.com")).orElseThrow())
        .extracting(Account::emailVerified, Account::language)
        .containsExactly(true, "en");
  }

  @Test
  void textThatLooksLikeSqlIsText() {
    long userId = create("o'brien@example.com", "'); drop table users; --");

    assertThat(store.find(userId).orElseThrow().nickname()).isEqualTo("'); drop table users; --");
  }

  @Test
  void everyMethodIsOneDatabaseCall() {
    int before = DATABASE.calls();
    long userId = create("one@example.com", "하나");
    store.findByEmail(new EmailAddress("one@example.com"));
    store.find(userId);

    assertThat(DATABASE.calls() - before).isEqualTo(3);
  }

  private long create(String email, String nickname) {
    return store.create(account(email, nickname, "hash"), CLIENT);
  }

  private static NewAccount account(
      @Nullable String email, String nickname, @Nullable String passwordHash) {
    return new NewAccount(
        email == null ? null : new EmailAddress(email),
        false,
        passwordHash,
        new Nickname(nickname),
        null,
        Language.KO);
  }

  private static java.util.List<String> mails() {
    return DATABASE.database().read(Sql.of("select kind from mails"), Waiting.class).stream()
        .map(Waiting::kind)
        .toList();
  }
}
