package io.takewithott.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountStoreTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.withSchema();

  private final AccountStore store = new AccountStore(DATABASE.database());

  @Test
  void anAccountIsFoundByItsAddressInAnyCase() {
    long userId = store.create("Mina@Example.com", "hash", "미나");

    AccountStore.Account account = store.findByEmail("mina@example.COM").orElseThrow();

    assertThat(account)
        .isEqualTo(new AccountStore.Account(userId, "Mina@Example.com", "미나", "hash", 0, 0));
    assertThat(store.find(userId)).contains(account);
    assertThat(account.toString()).doesNotContain("hash").doesNotContain("Example");
  }

  @Test
  void anAddressIsTakenOnce() {
    store.create("jun@example.com", "hash", "준");

    assertThatThrownBy(() -> store.create("JUN@example.com", "other", "다른 준"))
        .isInstanceOf(AppException.class)
        .hasMessage("There is an account with this e-mail address: log in instead")
        .extracting(failure -> ((AppException) failure).code())
        .isEqualTo(ErrorCode.EMAIL_TAKEN);
  }

  @Test
  void textThatLooksLikeSqlIsText() {
    long userId = store.create("o'brien@example.com", "hash", "'); drop table users; --");

    assertThat(store.find(userId).orElseThrow().nickname()).isEqualTo("'); drop table users; --");
  }

  @Test
  void everyMethodIsOneDatabaseCall() {
    int before = DATABASE.calls();
    long userId = store.create("one@example.com", "hash", "하나");
    store.findByEmail("one@example.com");
    store.find(userId);

    assertThat(DATABASE.calls() - before).isEqualTo(3);
  }
}
