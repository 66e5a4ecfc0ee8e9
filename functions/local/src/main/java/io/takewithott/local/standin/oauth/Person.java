package io.takewithott.local.standin.oauth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account at a provider. The same key is the same person at every start, with an
 * id of its own at each provider.
 *
 * @param emailProven whether the provider has seen that the address is theirs, where it says so
 */
record Person(String key, String name, @Nullable String email, boolean emailProven) {
  static final List<Person> SAMPLES =
      List.of(
          new Person("haneul", "김하늘", "haneul@example.com", true),
          new Person("doyun", "이도윤", "doyun@example.com", false),
          new Person("seoyeon", "박서연", null, false));

  /** Below 10¹², so that Facebook's is as long as a real one with the five digits in front. */
  private static final BigInteger NUMBERS = BigInteger.TEN.pow(12);

  /** Whom the consent page's form names: a sample, or anybody by name and address. */
  static Optional<Person> chosen(Map<String, String> form) {
    String key = form.getOrDefault("person", "");
    if (!key.equals("other")) {
      return SAMPLES.stream().filter(person -> person.key.equals(key)).findFirst();
    }
    String name = form.getOrDefault("name", "").strip();
    String email = form.getOrDefault("email", "").strip();
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Person(
                "other " + name,
                name,
                email.isEmpty() ? null : email,
                form.containsKey("emailProven")));
  }

  /** A number that is this person's at that provider alone. */
  long number(String provider) {
    return new BigInteger(1, digest(provider)).mod(NUMBERS).longValueExact();
  }

  /** The same as text of 43 characters. */
  String token(String provider) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(provider));
  }

  private byte[] digest(String provider) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((provider + "\n" + key).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
