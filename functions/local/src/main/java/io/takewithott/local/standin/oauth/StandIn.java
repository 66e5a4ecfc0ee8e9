package io.takewithott.local.standin.oauth;

import java.util.Map;
import java.util.Optional;

/** One provider: which of its addresses is what, and how it answers there. */
interface StandIn {

  /** As it stands in our addresses. */
  String provider();

  /** What is asked for at {@code host/path}, if it is one of this provider's addresses. */
  Optional<Place> place(String hostAndPath);

  /** Why it would not ask anybody for consent, if it would not. */
  Optional<Answer> refusal(Call call);

  /** The parameters with which it sends somebody back who said no. */
  Map<String, String> denial();

  /** What comes after the parameters when it sends somebody back. */
  String fragment();

  Answer token(Call call, Ledger ledger, Optional<Fault> fault);

  Answer profile(Call call, Ledger ledger, Optional<Fault> fault);

  Answer unlink(Call call, Ledger ledger);

  /** What it says when something goes wrong, as far as that has a shape of its own. */
  Object error();
}
