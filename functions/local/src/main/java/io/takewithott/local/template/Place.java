package io.takewithott.local.template;

/**
 * Where in the template something stands: a resource (or section) and a dotted property path within
 * it.
 */
record Place(String resource, String property) {

  Place child(String name) {
    return new Place(resource, property.isEmpty() ? name : property + "." + name);
  }
}
