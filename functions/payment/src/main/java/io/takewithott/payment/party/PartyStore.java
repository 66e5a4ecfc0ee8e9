package io.takewithott.payment.party;

import io.takewithott.core.database.Database;
import io.takewithott.core.database.DatabaseException;
import io.takewithott.core.database.Sql;
import io.takewithott.payment.money.Today;
import io.takewithott.payment.money.Won;
import io.takewithott.payment.plan.Plan;
import io.takewithott.payment.plan.Relation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parties; every method is one call. */
public final class PartyStore {
  static final int PAGE = 20;

  private final Database database;
  private final Today today;

  public PartyStore(Database database, Today today) {
    this.database = database;
    this.today = today;
  }

  /** Makes a party with its seats; none at the limit, or when the key was used before. */
  Optional<Long> create(
      long hostId, Plan plan, PartyRequest.Checked given, @Nullable String invitation, String key) {
    List<Won> shares = plan.shares(given.seats(), given.relation());
    Sql sql =
        Sql.of(PartySql.CREATE)
            .bind("hostId", hostId)
            .bind("service", plan.service())
            .bind("plan", plan.plan())
            .bind("title", given.title())
            .bind("relation", given.relation().column())
            .bind("seats", given.seats())
            .bind("price", plan.price().amount())
            .bind("fee", plan.fee().amount())
            .bind("startsOn", given.startsOn())
            .bind("invitation", given.relation() == Relation.STRANGERS ? null : invitation)
            .bind("key", key)
            .bindSeconds("now", today.now())
            .bind(
                "shares",
                shares.stream()
                    .map(share -> Long.toString(share.amount()))
                    .collect(Collectors.joining(",")));
    try {
      return database.writeOne(sql, PartyId.class).map(PartyId::partyId);
    } catch (DatabaseException failure) {
      if (failure.violatesUnique("parties_once")) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  Optional<Long> replayed(long hostId, String key) {
    return database
        .readOne(
            Sql.of(
                    "select party_id from parties where host_id = :hostId and idempotency_key = :key")
                .bind("hostId", hostId)
                .bind("key", key),
            PartyId.class)
        .map(PartyId::partyId);
  }

  /** Parties with a seat to be had, the newest first. */
  List<Listed> list(Search search) {
    return database.read(
        Sql.of(PartySql.LIST)
            .bind("before", search.before())
            .bind("service", search.service())
            .bind("most", search.most())
            .bind("free", search.free())
            .bind("by", search.startsBy())
            .bindSeconds("now", today.now())
            .bind("page", PAGE + 1),
        Listed.class);
  }

  /** A party as somebody sees it; {@code userId} 0 for nobody. */
  Optional<Party> find(long partyId, long userId, @Nullable String code) {
    return database.readOne(
        Sql.of(PartySql.FIND)
            .bind("partyId", partyId)
            .bind("userId", userId)
            .bind("code", code)
            .bindSeconds("now", today.now()),
        Party.class);
  }

  List<Mine> mine(long userId) {
    return database.read(Sql.of(PartySql.MINE).bind("userId", userId), Mine.class);
  }

  /** Moves a party of the host's; whether it was where it could. */
  boolean move(long partyId, long hostId, PartyState to) {
    String from =
        java.util.stream.Stream.of(PartyState.values())
            .filter(state -> state.next().contains(to))
            .map(PartyState::column)
            .collect(Collectors.joining(","));
    return database.write(
            Sql.of(PartySql.MOVE)
                .bind("partyId", partyId)
                .bind("hostId", hostId)
                .bind("state", to.column())
                .bind("from", from)
                .bind("closes", to == PartyState.CLOSED)
                .bindSeconds("now", today.now()))
        == 1;
  }

  /** Asks a member to take over; whether there is such a member. */
  boolean offer(long partyId, long hostId, long membershipId) {
    return database.write(
            Sql.of(PartySql.OFFER)
                .bind("partyId", partyId)
                .bind("hostId", hostId)
                .bind("membershipId", membershipId))
        == 1;
  }

  /** Hands the party to whom it was offered; whether it could be. */
  boolean handOver(long partyId, long userId) {
    return database.write(
            Sql.of(PartySql.HAND_OVER)
                .bind("partyId", partyId)
                .bind("userId", userId)
                .bind("today", today.date()))
        == 1;
  }

  /** How many memberships stand in the way of the new host; none where nobody offers. */
  Optional<Integer> inDoubt(long partyId, long userId) {
    return database
        .readOne(
            Sql.of(PartySql.READY)
                .bind("partyId", partyId)
                .bind("userId", userId)
                .bind("today", today.date()),
            Ready.class)
        .map(Ready::inDoubt);
  }

  List<Left> members(long partyId) {
    return database.read(Sql.of(PartySql.MEMBERS).bind("partyId", partyId), Left.class);
  }

  record Ready(int inDoubt) {}

  record PartyId(long partyId) {}

  /**
   * What is looked for.
   *
   * @param service any when absent
   * @param most won a month, share and fee
   * @param free seats at least
   */
  record Search(long before, @Nullable String service, int most, int free, LocalDate startsBy) {}

  /** A membership to be ended. */
  public record Left(long membershipId) {}

  record Listed(
      long partyId,
      String service,
      String plan,
      String planName,
      String title,
      String host,
      int seats,
      int free,
      Won share,
      Won fee,
      LocalDate startsOn) {}

  /**
   * @param paidUntil the day after the last one that is paid for
   * @param accessOn since when the member has access: as they said, or as was taken as said
   * @param accessBy when that is taken as said, while they have not
   * @param renews whether another month follows; absent for a host
   * @param renewsOn when that is charged
   * @param changePasswordBy by when the host is to change the account's password, for somebody left
   */
  record Mine(
      long partyId,
      String title,
      String service,
      String plan,
      String state,
      boolean host,
      @Nullable Long membershipId,
      @Nullable String membershipState,
      @Nullable LocalDate paidUntil,
      @Nullable LocalDate accessOn,
      @Nullable LocalDate accessBy,
      @Nullable Boolean renews,
      @Nullable LocalDate renewsOn,
      @Nullable Won monthly,
      @Nullable LocalDate changePasswordBy) {}
}
