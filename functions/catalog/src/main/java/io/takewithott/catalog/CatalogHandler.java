package io.takewithott.catalog;

import io.takewithott.core.Environment;
import io.takewithott.core.http.HttpFunction;

/** Titles and the home page over HTTP. */
public final class CatalogHandler extends HttpFunction {
  public CatalogHandler() {
    this(Environment.ofProcess());
  }

  public CatalogHandler(Environment environment) {
    super(CatalogWiring.http(environment));
  }
}
