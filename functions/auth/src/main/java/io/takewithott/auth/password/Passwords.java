package io.takewithott.auth.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Passwords as Argon2id hashes, with the parameters OWASP recommends for it. */
public final class Passwords {
  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2Function function =
      Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);

  /** Checked when there is no account, so that its absence takes as long as a wrong password. */
  private final String nobody = hash("nobody has this password");

  /** A self-describing hash with its salt: {@code $argon2id$v=19$m=…}. */
  public String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
  }

  public boolean matches(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** Whether a hash was made with other parameters than today's, and should be made again. */
  public boolean isOutdated(String hash) {
    Argon2Function made = Argon2Function.getInstanceFromHash(hash);
    return made.getMemory() != MEMORY_KIB
        || made.getIterations() != ITERATIONS
        || made.getParallelism() != PARALLELISM
        || made.getVariant() != Argon2.ID
        || made.getOutputLength() != HASH_BYTES;
  }

  /** Takes the time of a check; the answer is always no. */
  public boolean matchesNobody(String password) {
    matches(password, nobody);
    return false;
  }
}
