package io.takewithott.local.template;

import java.util.List;
import java.util.stream.Collectors;

/** The template cannot be served; the message lists every problem, in the order of the file. */
public final class TemplateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<TemplateProblem> problems;

  TemplateException(List<TemplateProblem> problems) {
    super(problems.stream().map(TemplateProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<TemplateProblem> problems() {
    return problems;
  }
}
