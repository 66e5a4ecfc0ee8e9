package io.takewithott.catalog.together;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.takewithott.catalog.ranking.RankingStore;
import io.takewithott.catalog.title.Match;
import io.takewithott.catalog.title.TitleCard;
import io.takewithott.catalog.together.TogetherStore.Known;
import io.takewithott.catalog.together.TogetherStore.Person;
import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import io.takewithott.core.http.Freshness;
import io.takewithott.core.http.Request;
import io.takewithott.core.http.Response;
import io.takewithott.core.photo.Picture;
import io.takewithott.core.ranking.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What suits several people, and how well each. Of others it says the match alone: which titles
 * they know, and what a prediction came from, stays theirs.
 */
public final class TogetherResource {
  private static final int LONGEST_NAME = 40;

  /** The place of who asks among the people. */
  private static final int CALLER = 0;

  /** As many as a screen of a television shows. */
  private static final int SHOWN = 24;

  /** What somebody knows already falls away of these, and enough is left. */
  private static final int CANDIDATES = 80;

  private final TogetherStore store;
  private final RankingStore rankings;

  public TogetherResource(TogetherStore store, RankingStore rankings) {
    this.store = store;
    this.rankings = rankings;
  }

  /** {@code ?q=} is a part of a nickname; one database call. */
  public Response people(Request request) {
    String name = request.query("q").orElse("").strip();
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw TogetherRequest.refused("q", "A nickname has at most " + LONGEST_NAME + " letters");
    }
    List<KnownResponse> people =
        store.people(request.requireCaller().userId(), name).stream()
            .map(KnownResponse::of)
            .toList();
    return Response.ok(new PeopleResponse(TogetherRequest.MOST_PEOPLE, people));
  }

  /** Two database calls, and an object read for each person, two for who has no ranking. */
  public Response together(Request request) {
    TogetherRequest asked = TogetherRequest.of(request);
    List<Person> people = store.chosen(asked.people().get(CALLER), asked.people());
    requireAll(asked.people(), people);
    List<Optional<Ranking>> found =
        people.stream().map(person -> rankings.find(person.userId())).toList();
    Group group = new Group(found);
    List<Long> candidates = group.best(asked.strategy(), CANDIDATES);
    Map<Long, TitleCard> cards =
        store
            .titles(
                people.stream().map(Person::userId).toList(), candidates, seeds(group, candidates))
            .stream()
            .collect(Collectors.toMap(TitleCard::titleId, Function.identity(), (one, same) -> one));
    List<Long> possible = candidates.stream().filter(cards::containsKey).sorted().toList();
    List<TitleResponse> titles =
        group.order(asked.strategy(), possible, SHOWN).stream()
            .map(id -> response(id, group, people, cards))
            .toList();
    return Freshness.PRIVATE.of(
        request,
        Response.ok(
            new TogetherResponse(
                asked.strategy().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                persons(people, found),
                titles)));
  }

  /** Somebody who is not there is refused as somebody who did not agree: nobody finds out which. */
  private static void requireAll(List<Long> asked, List<Person> people) {
    List<Long> allowed = people.stream().map(Person::userId).toList();
    List<Long> others = asked.stream().filter(id -> !allowed.contains(id)).toList();
    if (!others.isEmpty()) {
      throw new AppException(
          ErrorCode.FORBIDDEN,
          "Choose people who follow you back, or are in a party with you",
          Map.of("with", others));
    }
  }

  private static List<PersonResponse> persons(
      List<Person> people, List<Optional<Ranking>> rankings) {
    List<PersonResponse> persons = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      boolean personal =
          rankings.get(i).filter(ranking -> ranking.userId() == person.userId()).isPresent();
      persons.add(
          new PersonResponse(
              person.userId(),
              person.nickname(),
              Picture.of(person.userId(), person.photoKey()),
              i == CALLER,
              personal));
    }
    return persons;
  }

  /** The caller's own titles that predictions came from. */
  private static Set<Long> seeds(Group group, List<Long> titleIds) {
    return titleIds.stream()
        .flatMap(id -> seed(group, id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Long> seed(Group group, long titleId) {
    return group.view(CALLER, titleId).flatMap(ranked -> ranked.because().stream().findFirst());
  }

  private static TitleResponse response(
      long titleId, Group group, List<Person> people, Map<Long, TitleCard> cards) {
    List<Fit> fits = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      Optional<Integer> match = group.view(i, titleId).map(ranked -> Match.percent(ranked.stars()));
      fits.add(new Fit(people.get(i).userId(), match));
    }
    List<Seed> because =
        seed(group, titleId)
            .flatMap(id -> Optional.ofNullable(cards.get(id)))
            .map(card -> new Seed(card.titleId(), card.title()))
            .stream()
            .toList();
    return new TitleResponse(Objects.requireNonNull(cards.get(titleId)), fits, because);
  }

  /**
   * @param most so many choose together, the caller among them
   */
  record PeopleResponse(int most, List<KnownResponse> people) {}

  /**
   * @param agreed whether they may be chosen now
   */
  record KnownResponse(
      long userId,
      String nickname,
      Picture picture,
      boolean agreed,
      boolean followed,
      @Nullable String party) {
    static KnownResponse of(Known known) {
      return new KnownResponse(
          known.userId(),
          known.nickname(),
          Picture.of(known.userId(), known.photoKey()),
          known.agreed(),
          known.followed(),
          known.party());
    }
  }

  record TogetherResponse(
      String strategy, List<PersonResponse> people, List<TitleResponse> titles) {}

  /**
   * @param personal whether a ranking of their own speaks for them, or what everybody likes
   */
  record PersonResponse(
      long userId, String nickname, Picture picture, boolean own, boolean personal) {}

  /**
   * @param fits in the order of the people
   * @param because the title of the caller's own that theirs mostly came from
   */
  record TitleResponse(@JsonUnwrapped TitleCard title, List<Fit> fits, List<Seed> because) {}

  /**
   * @param match absent where a ranking does not reach so far down
   */
  record Fit(long userId, Optional<Integer> match) {}

  record Seed(long titleId, String title) {}
}
