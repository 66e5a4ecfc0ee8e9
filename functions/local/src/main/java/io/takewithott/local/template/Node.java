package io.takewithott.local.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template's text as a tree that remembers its line numbers, with both spellings of an intrinsic
 * made one.
 */
sealed interface Node {

  int line();

  /** A few words for a message: what a reader of the template would say stands here. */
  String described();

  record Scalar(String text, int line) implements Node {
    @Override
    public String described() {
      return '"' + text + '"';
    }
  }

  record Sequence(List<Node> items, int line) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String described() {
      return "a list of " + items.size();
    }
  }

  record Mapping(Map<String, Node> entries, int line) implements Node {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static Mapping empty(int line) {
      return new Mapping(Map.of(), line);
    }

    Optional<Node> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    @Override
    public String described() {
      return "a map of " + entries.keySet();
    }
  }

  /** {@code name} is the long form: Ref, Condition, or Fn::X. */
  record Intrinsic(String name, Node argument, int line) implements Node {
    @Override
    public String described() {
      String shortName = "!" + name.replaceFirst("^Fn::", "");
      return argument instanceof Scalar scalar ? shortName + " " + scalar.text() : shortName;
    }
  }

  /**
   * Nothing: {@code AWS::NoValue}, an empty value, or something whose problem is already on the
   * list.
   */
  record Missing(boolean reported, int line) implements Node {
    @Override
    public String described() {
      return "nothing";
    }
  }
}
