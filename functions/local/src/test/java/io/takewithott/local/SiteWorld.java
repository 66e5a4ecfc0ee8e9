package io.takewithott.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running system and one browser for all tests of the site; a test asks for a {@link Visit}.
 * Where there is no browser the tests are skipped, and say so.
 */
final class SiteWorld implements BeforeAllCallback, ParameterResolver {
  private static final Namespace SITE = Namespace.create(SiteWorld.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(
        Chromium.isHere(), "There is no Chromium on this machine: the site is not tried in one");
    parts(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Visit.class || type == RunningWorld.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Parts parts = parts(context);
    if (parameter.getParameter().getType() == RunningWorld.class) {
      return parts.world;
    }
    Visit visit =
        Visit.begin(
            parts.world,
            parts.chromium.newVisitor(new Browser.NewContextOptions().setViewportSize(1366, 850)));
    context.getStore(SITE).put(visit, (ExtensionContext.Store.CloseableResource) visit::close);
    return visit;
  }

  private static Parts parts(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SITE)
        .getOrComputeIfAbsent(Parts.class, key -> Parts.start(), Parts.class);
  }

  private record Parts(RunningWorld world, Chromium chromium)
      implements ExtensionContext.Store.CloseableResource {
    static Parts start() {
      try {
        return new Parts(RunningWorld.start(false), Chromium.start());
      } catch (java.io.IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    }

    @Override
    public void close() {
      chromium.close();
      world.close();
    }
  }
}
