package io.takewithott.catalog.search;

import io.takewithott.catalog.text.Alignment;
import io.takewithott.catalog.text.FoldedText;
import io.takewithott.catalog.text.Keystrokes;
import io.takewithott.catalog.text.Sounds;
import io.takewithott.catalog.text.Span;
import io.takewithott.catalog.text.Units;
import java.util.Comparator;
import java.util.List;

/** Which parts of a name a match is. */
final class NameHighlight {
  private static final int BRIDGED = 2;

  private NameHighlight() {}

  static List<Span> of(NameQuery query, String name, NameMatch match) {
    FoldedText text = FoldedText.of(name);
    if (match.start() == NameMatch.BY_SOUND) {
      Units sounds = Sounds.of(text);
      return query.sounds().stream()
          .map(Alignment::new)
          .max(Comparator.comparingInt(said -> said.score(sounds.bytes(), 0, sounds.length())))
          .map(said -> Span.of(text, sounds, said.paired(sounds.bytes()), BRIDGED))
          .orElse(List.of());
    }
    if (match.reason() == Reason.INITIALS) {
      return List.of(new Span(text.start(match.start()), text.end(match.end() - 1)));
    }
    Units keys = Keystrokes.of(text);
    return List.of(
        new Span(text.start(keys.letter(match.start())), text.end(keys.letter(match.end() - 1))));
  }
}
