package io.takewithott.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The site's files, read into memory once; there is no way to name a file that is not in the list.
 */
final class SiteFiles {
  private static final String FOLDER = "/site/";
  private static final String REPORT = "build.json";
  private static final String PAGE = "index.html";

  /** Stands in the page itself. */
  private static final String FIRST = "first.js";

  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "txt", "text/plain; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "webmanifest", "application/manifest+json",
          "svg", "image/svg+xml",
          "png", "image/png");

  /** Files that others look for at the site's root, under names that stay. */
  private static final List<String> AT_THE_ROOT =
      List.of(
          "sw.js",
          "manifest.webmanifest",
          "robots.txt",
          "openapi.json",
          "icon.svg",
          "icon-192.png",
          "icon-512.png",
          "icon-maskable-512.png");

  private final SiteFile page;
  private final String firstScript;
  private final Map<String, SiteFile> atTheRoot;
  private final Map<String, SiteFile> assets;

  private SiteFiles(
      SiteFile page,
      String firstScript,
      Map<String, SiteFile> atTheRoot,
      Map<String, SiteFile> assets) {
    this.page = page;
    this.firstScript = firstScript;
    this.atTheRoot = atTheRoot;
    this.assets = assets;
  }

  static SiteFiles load() {
    SiteBuild build = SiteBuild.of(read(REPORT));
    Map<String, SiteFile> assets = new HashMap<>();
    build.files().forEach(name -> assets.put(name, file(name, read("assets/" + name))));
    Map<String, SiteFile> atTheRoot = new HashMap<>();
    AT_THE_ROOT.forEach(name -> atTheRoot.put(name, file(name, read(name))));
    String template = new String(read(PAGE), StandardCharsets.UTF_8);
    String first = new String(read(FIRST), StandardCharsets.UTF_8).strip();
    return new SiteFiles(
        file(PAGE, page(template, first, build).getBytes(StandardCharsets.UTF_8)),
        first,
        atTheRoot,
        assets);
  }

  /** What stands between the tags of the page's own script, to the letter. */
  String firstScript() {
    return firstScript;
  }

  SiteFile page() {
    return page;
  }

  Optional<SiteFile> asset(String name) {
    return Optional.ofNullable(assets.get(name));
  }

  Optional<SiteFile> atTheRoot(String name) {
    return Optional.ofNullable(atTheRoot.get(name));
  }

  /** The page with the names that its parts have in this build. */
  private static String page(String template, String first, SiteBuild build) {
    StringBuilder preloads = new StringBuilder();
    build
        .needed()
        .forEach(
            name ->
                preloads.append(
                    "    <link rel=\"modulepreload\" href=\"/assets/%s\">\n".formatted(name)));
    return template
        .replace("{style}", "/assets/" + build.style())
        .replace("{script}", "/assets/" + build.script())
        .replace("{preloads}", preloads)
        .replace("{first}", first);
  }

  private static SiteFile file(String name, byte[] bytes) {
    String type = CONTENT_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalStateException("No content type is known for " + name);
    }
    return SiteFile.of(type, bytes);
  }

  private static byte[] read(String name) {
    try (InputStream file = SiteFiles.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException(FOLDER + name + " is missing from the artifact");
      }
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
