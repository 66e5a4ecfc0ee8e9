package io.takewithott.auth.social;

import io.takewithott.auth.account.Nickname;
import io.takewithott.auth.client.Client;
import io.takewithott.auth.social.provider.Provider;
import io.takewithott.auth.social.provider.Registration;
import io.takewithott.auth.social.provider.Visitor;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose account a visitor opens. Somebody known by provider and id opens theirs. Somebody
 * new whose address belongs to an account has to prove that account first, whoever vouches for the
 * address. Everybody else gets an account, with the address only if the provider vouches for it: an
 * unproven one would keep its owner out.
 */
final class Entrance {
  /** As long as finding and typing a password may take. */
  static final Duration PENDING_LIFETIME = Duration.ofMinutes(15);

  private static final String NAMELESS = "회원";

  /** Two log-ins of one new person at once, or a name that many have: a few turns settle it. */
  private static final int TURNS = 6;

  private final IdentityStore identities;
  private final WayStore ways;
  private final PendingLinkStore pendingLinks;
  private final Accounts accounts;
  private final SealedGrant seal;
  private final Randomness randomness;
  private final InstantSource clock;

  Entrance(
      IdentityStore identities,
      WayStore ways,
      PendingLinkStore pendingLinks,
      Accounts accounts,
      SealedGrant seal,
      Randomness randomness,
      InstantSource clock) {
    this.identities = identities;
    this.ways = ways;
    this.pendingLinks = pendingLinks;
    this.accounts = accounts;
    this.seal = seal;
    this.randomness = randomness;
    this.clock = clock;
  }

  Response admit(
      Request request,
      Provider provider,
      Registration registration,
      Attempt attempt,
      Visitor visitor) {
    String grant = visitor.grant();
    Identity identity =
        Identity.of(
            provider, visitor.profile(), grant == null ? null : seal.seal(registration, grant));
    Long linking = attempt.userId();
    return linking == null
        ? logIn(request, attempt, identity, visitor.profile().nickname())
        : link(request, attempt, identity, linking);
  }

  private Response link(Request request, Attempt attempt, Identity identity, long userId) {
    SocialOutcome outcome =
        switch (ways.link(userId, identity, Client.of(request), clock.instant(), List.of())) {
          case LINKED -> SocialOutcome.LINKED;
          case TAKEN -> SocialOutcome.IDENTITY_TAKEN;
          case ANOTHER_LINKED -> SocialOutcome.ALREADY_LINKED;
        };
    return outcome.redirect(identity.provider(), attempt.returnTo());
  }

  private Response logIn(
      Request request, Attempt attempt, Identity identity, @Nullable String nickname) {
    for (int turn = 0; turn < TURNS; turn++) {
      OptionalLong known = identities.enter(identity);
      if (known.isPresent()) {
        return opened(request, SocialOutcome.RETURNED, attempt, known.getAsLong());
      }
      Optional<Long> owner = owner(identity);
      if (owner.isPresent() && !attempt.separate()) {
        return askForProof(identity, owner.get());
      }
      OptionalLong joined =
          join(request, identity, nickname, identity.emailVerified() && owner.isEmpty());
      if (joined.isPresent()) {
        return opened(request, SocialOutcome.JOINED, attempt, joined.getAsLong());
      }
    }
    return SocialOutcome.UNAVAILABLE.redirect(identity.provider());
  }

  /** A new account under that name or one like it; nothing if it has been made meanwhile. */
  private OptionalLong join(
      Request request, Identity identity, @Nullable String nickname, boolean withEmail) {
    Nickname name = nickname == null ? numbered(NAMELESS) : Nickname.of(nickname);
    for (int turn = 0; turn < TURNS; turn++) {
      IdentityStore.Joining joining =
          identities.join(identity, name, withEmail, Client.of(request), clock.instant());
      switch (joining.result()) {
        case JOINED:
          return OptionalLong.of(joining.userId());
        case MEANWHILE_THERE:
          return OptionalLong.empty();
        case NAME_TAKEN:
          name = numbered(nickname == null ? NAMELESS : nickname);
      }
    }
    return OptionalLong.empty();
  }

  private Optional<Long> owner(Identity identity) {
    String email = identity.email();
    return email == null ? Optional.empty() : identities.owner(identity, email);
  }

  private Response opened(Request request, SocialOutcome outcome, Attempt attempt, long userId) {
    return accounts.withSession(
        request, outcome.redirect(attempt.provider(), attempt.returnTo()), userId);
  }

  private Response askForProof(Identity identity, long ownerId) {
    String token = randomness.next();
    Instant now = clock.instant();
    pendingLinks.put(token, ownerId, identity, now, now.plus(PENDING_LIFETIME));
    return SocialCookies.withPending(
        SocialOutcome.EMAIL_TAKEN.redirect(identity.provider()), token, PENDING_LIFETIME);
  }

  private Nickname numbered(String name) {
    return Nickname.of(name).with(randomness.fourDigits());
  }
}
