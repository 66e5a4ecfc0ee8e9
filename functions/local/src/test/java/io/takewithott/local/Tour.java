package io.takewithott.local;

import io.takewithott.local.Stop.Answers;
import io.takewithott.local.Stop.Who;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Every page of the site in every state that is worth a look, and nothing left out. */
final class Tour {
  private final List<Stop> stops = new ArrayList<>();
  private final Neighbourhood here;

  private Tour(Neighbourhood here) {
    this.here = here;
  }

  /** Fails when the site has a page at which it does not stop, or none where it stops. */
  static List<Stop> of(Neighbourhood here) throws IOException {
    Tour tour = new Tour(here);
    tour.anybody();
    tour.titles();
    tour.members();
    tour.parties();
    tour.newcomers();
    tour.desk();
    tour.troubles();
    TreeSet<String> seen = new TreeSet<>();
    tour.stops.forEach(stop -> seen.add(stop.pattern()));
    TreeSet<String> there = new TreeSet<>(SitePages.patterns());
    there.add("");
    if (!seen.equals(there)) {
      throw new IllegalStateException(
          "The tour stops at " + seen + ", and the site's pages are " + there);
    }
    return List.copyOf(tour.stops);
  }

  private void anybody() {
    visitor("landing", "/", "/");
    visitor("join", "/join", "/join");
    visitor("log-in", "/login", "/login");
    visitor("log-in-taken", "/login", "/login?socialError=EMAIL_TAKEN&provider=kakao");
    visitor("log-in-denied", "/login", "/login?socialError=CONSENT_DENIED&provider=naver");
    visitor("forgot", "/forgot", "/forgot");
    visitor("reset", "/reset", "/reset#token");
    visitor("verify", "/verify", "/verify#token");
    visitor("change-email", "/change-email", "/change-email#token");
    visitor("stop-email-change", "/stop-email-change", "/stop-email-change#token");
    visitor("sources", "/sources", "/sources");
    visitor("api", "/api", "/api");
    member("api-member", "/api", "/api");
    visitor("unknown", "", "/no/such/page");
  }

  private void titles() {
    visitor("title", "/title/:id", "/title/" + here.titleId());
    member("title-member", "/title/:id", "/title/" + here.titleId());
    visitor("person", "/person/:id", "/person/" + here.personId());
    visitor("genre", "/genre/:key", "/genre/thriller");
    visitor("browse", "/browse", "/browse?genre=drama");
    visitor("browse-nothing", "/browse", "/browse?yearFrom=1900&yearTo=1901");
    visitor("search", "/find", "/find");
    visitor("search-line", "/find", "/find?q=" + encoded("밥은 먹고 다니냐"));
    visitor("search-person", "/find", "/find?q=" + encoded("송강호"));
    visitor("search-nothing", "/find", "/find?q=" + encoded("뷁뷁꿱꿱획"));
    member("worth", "/worth", "/worth");
    visitor("worth-visitor", "/worth", "/worth");
    member("plan", "/plan", "/plan");
    visitor("plan-visitor", "/plan", "/plan");
  }

  private void members() {
    member("home", "/", "/");
    member("pick", "/pick", "/pick");
    member("notices", "/notices", "/notices");
    for (String list :
        List.of("wishes", "ratings", "watches", "reactions", "dismissals", "reviews")) {
      member("list-" + list, "/lists", "/lists?list=" + list);
    }
    member("taste", "/taste", "/taste");
    member("import", "/import", "/import");
    member("member", "/member/:id", "/member/" + here.jun().userId());
    member("member-self", "/member/:id", "/member/" + here.mina().userId());
    member("followers", "/followers", "/followers");
    member("board", "/board", "/board");
    visitor("board-visitor", "/board", "/board?q=" + encoded("없는 글 없는 글"));
    member("board-new", "/board/new", "/board/new");
    member("post", "/board/:id", "/board/" + here.postId());
    member("post-edit", "/board/:id/edit", "/board/" + here.postId() + "/edit");
    member("settings", "/settings", "/settings");
  }

  private void parties() {
    String party = "/party/" + here.partyId();
    visitor("parties", "/party", "/party");
    visitor("parties-none", "/party", "/party?service=netflix&most=1000");
    member("party-new", "/party/new", "/party/new");
    member("card", "/party/card", "/party/card");
    visitor("party-visitor", "/party/:id", "/party/" + here.ownPartyId());
    for (String tab : List.of("about", "chat", "login", "screens", "ledger", "claims")) {
      member("party-member-" + tab, "/party/:id", party + "?tab=" + tab);
      stop("party-host-" + tab, "/party/:id", party + "?tab=" + tab, Who.HOST);
    }
    String paid = party + "/paid";
    member("paid", "/party/:id/paid", paid + "?order_id=" + here.orderId());
    member("paid-stopped", "/party/:id/paid", paid + "?event=cancel");
    member("my-parties", "/my-parties", "/my-parties");
    member("payments", "/payments", "/payments");
    stop("payouts", "/payments", "/payments?list=payouts", Who.HOST);
    member("receipt", "/receipt/:id", "/receipt/" + here.orderId());
    member("together", "/together", "/together");
    member("together-two", "/together", "/together?with=" + here.jun().userId());
  }

  private void newcomers() {
    for (String page : List.of("/", "/my-parties", "/notices", "/lists", "/taste", "/followers")) {
      String name = page.length() == 1 ? "home" : page.substring(1);
      stop(name + "-newcomer", page, page, Who.NEWCOMER);
    }
    stop("pick-newcomer", "/pick", "/pick", Who.NEWCOMER);
  }

  private void desk() {
    for (String part :
        List.of(
            "lines",
            "reports",
            "messages",
            "claims",
            "refunds",
            "decisions",
            "imports",
            "offers",
            "people")) {
      desk(part, part);
    }
    desk("refunds-order", "refunds&order=" + here.orderId());
    desk("refunds-member", "refunds&member=" + here.mina().userId());
    desk("refunds-stuck", "refunds&state=stuck");
    desk("imports-report", "imports&run=1");
    member("desk-not-for-members", "/desk", "/desk");
  }

  private void troubles() {
    stop("home-failing", "/", "/", Who.MEMBER, Answers.FAIL);
    stop("title-failing", "/title/:id", "/title/" + here.titleId(), Who.VISITOR, Answers.FAIL);
    stop("parties-failing", "/party", "/party", Who.VISITOR, Answers.FAIL);
    stop("desk-failing", "/desk", "/desk?part=refunds", Who.ADMINISTRATOR, Answers.FAIL);
    stop("title-gone", "/title/:id", "/title/99999999", Who.VISITOR, Answers.REFUSED);
    stop("landing-late", "/", "/", Who.VISITOR, Answers.LATE);
    stop("home-late", "/", "/", Who.MEMBER, Answers.LATE);
    stop("person-late", "/person/:id", "/person/" + here.personId(), Who.VISITOR, Answers.LATE);
  }

  private void visitor(String name, String pattern, String path) {
    stop(name, pattern, path, Who.VISITOR);
  }

  private void member(String name, String pattern, String path) {
    stop(name, pattern, path, Who.MEMBER);
  }

  private void desk(String name, String query) {
    stop("desk-" + name, "/desk", "/desk?part=" + query, Who.ADMINISTRATOR);
  }

  private void stop(String name, String pattern, String path, Who who) {
    stop(name, pattern, path, who, Answers.COME);
  }

  private void stop(String name, String pattern, String path, Who who, Answers answers) {
    stops.add(new Stop(name, pattern, path, who, answers));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
