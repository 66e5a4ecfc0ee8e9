package io.takewithott.local.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found so far: reading goes on after each, so that all are reported together. */
final class Problems {

  private final String file;
  private final List<TemplateProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Place place, int line, String description) {
    TemplateProblem problem =
        new TemplateProblem(file, line, place.resource(), place.property(), description);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  Node.Missing missing(Place place, int line, String description) {
    add(place, line, description);
    return new Node.Missing(true, line);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new TemplateException(
          found.stream().sorted(Comparator.comparingInt(TemplateProblem::line)).toList());
    }
  }
}
