package io.takewithott.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Set<String> KNOWN = Set.of("sizes", "split");

  @Test
  void anEmptyValueIsNone() {
    Options options = Options.of(KNOWN, "split=", "sizes=1,20");

    assertThat(options.path("split")).isEmpty();
    assertThat(options.numbers("sizes", List.of())).containsExactly(1, 20);
  }

  @Test
  void allThatIsNotUnderstoodIsNamedAtOnce() {
    assertThatThrownBy(() -> Options.of(KNOWN, "spilt=here", "sizes"))
        .hasMessage("Not understood: [spilt=here, sizes]; expected name=value of [sizes, split]");
  }

  @Test
  void numbersStartAtOne() {
    assertThatThrownBy(() -> Options.of(KNOWN, "sizes=5,none").numbers("sizes", List.of()))
        .hasMessage("sizes is 'none'; expected a whole number from 1 up");
    assertThatThrownBy(() -> Options.of(KNOWN, "sizes=0").number("sizes", 1))
        .hasMessage("sizes is '0'; expected a whole number from 1 up");
  }
}
