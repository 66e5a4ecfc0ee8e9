package io.takewithott.local.template;

/**
 * One thing in the template that cannot be served: where it stands, what was found, and what is
 * supported.
 */
public record TemplateProblem(
    String file, int line, String resource, String property, String description) {

  @Override
  public String toString() {
    String place = property.isEmpty() ? resource : resource + "." + property;
    return file + ":" + line + ": " + place + ": " + description;
  }
}
