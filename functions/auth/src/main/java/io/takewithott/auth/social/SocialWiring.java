package io.takewithott.auth.social;

import io.takewithott.auth.social.provider.OAuth;
import io.takewithott.auth.social.provider.ProviderHttp;
import io.takewithott.auth.social.provider.Registrations;
import io.takewithott.core.database.Database;
import io.takewithott.core.http.Routes;
import io.takewithott.core.lambda.Budget;
import io.takewithott.core.limits.RateLimits;
import io.takewithott.core.secrets.Secrets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** What social log-in is made of. */
public final class SocialWiring {
  private final SocialResource social;
  private final IdentityResource identities;
  private final DeletionResource deletions;

  /**
   * @param site the site's own address where it is not the one that is asked
   */
  public SocialWiring(
      SocialConfig config,
      Optional<String> site,
      Database database,
      Secrets secrets,
      RateLimits limits,
      Accounts accounts,
      Budget budget,
      InstantSource clock) {
    SecureRandom random = new SecureRandom();
    Randomness randomness = new Randomness(random);
    SiteAddress siteAddress = new SiteAddress(site);
    Registrations registrations = new Registrations(secrets, config.clientsSecret());
    OAuth oauth = new OAuth(new ProviderHttp(config.standIn(), config.timeout(), budget));
    SealedGrant seal = new SealedGrant(random);
    AttemptStore attempts = new AttemptStore(database, limits);
    IdentityStore store = new IdentityStore(database);
    WayStore ways = new WayStore(database);
    PendingLinkStore pendingLinks = new PendingLinkStore(database);
    Departure departure =
        new Departure(registrations, oauth, attempts, siteAddress, randomness, clock);
    this.social =
        new SocialResource(
            registrations,
            departure,
            new Arrival(attempts, oauth, clock),
            new Entrance(store, ways, pendingLinks, accounts, seal, randomness, clock));
    this.identities =
        new IdentityResource(
            ways,
            pendingLinks,
            departure,
            new Unlinker(new UnlinkStore(database), registrations, oauth, seal, budget, clock),
            accounts,
            clock);
    this.deletions =
        new DeletionResource(
            registrations,
            store,
            new DeletionStore(database),
            accounts,
            siteAddress,
            randomness,
            clock);
  }

  public Routes.Builder addTo(Routes.Builder routes) {
    return routes
        .get("/social/providers", social::providers)
        .get("/social/{provider}/start", social::start)
        .get("/social/{provider}/callback", social::callback)
        .post("/social/facebook/deletion", deletions::delete)
        .get("/social/facebook/deletion/{code}", deletions::status)
        .get("/me/identities", identities::list)
        .post("/me/identities/{provider}", identities::begin)
        .put("/me/identities/{provider}", identities::confirm)
        .delete("/me/identities/{provider}", identities::remove);
  }

  /** The scheduled half: what ends connections that could not be ended at once. */
  public static Unlinker unlinker(
      SocialConfig config, Database database, Secrets secrets, Budget budget, InstantSource clock) {
    return new Unlinker(
        new UnlinkStore(database),
        new Registrations(secrets, config.clientsSecret()),
        new OAuth(new ProviderHttp(config.standIn(), config.timeout(), budget)),
        new SealedGrant(new SecureRandom()),
        budget,
        clock);
  }
}
