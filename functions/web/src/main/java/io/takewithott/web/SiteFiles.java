package io.takewithott.web;

import io.takewithott.core.objects.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The site's files, read into memory once; there is no way to name a file that is not in the list.
 */
final class SiteFiles {
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final List<String> NAMES =
      List.of("index.html", "site.css", "app.js", "api.js", "views.js", "icon.svg");

  private static final int ETAG_LENGTH = 16;

  private final Map<String, SiteFile> files;

  private SiteFiles(Map<String, SiteFile> files) {
    this.files = files;
  }

  static SiteFiles load() {
    Map<String, SiteFile> files = new HashMap<>();
    NAMES.forEach(name -> files.put(name, read(name)));
    return new SiteFiles(files);
  }

  Optional<SiteFile> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static SiteFile read(String name) {
    try (InputStream file = SiteFiles.class.getResourceAsStream("/site/" + name)) {
      if (file == null) {
        throw new IllegalStateException("/site/" + name + " is missing from the artifact");
      }
      byte[] bytes = file.readAllBytes();
      String type = CONTENT_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      if (type == null) {
        throw new IllegalStateException("No content type is known for " + name);
      }
      return new SiteFile(
          type, bytes, '"' + Checksum.sha256(bytes).substring(0, ETAG_LENGTH) + '"');
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
