package io.takewithott.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SiteBuildTest {
  private static final String REPORT =
      """
      {"outputs": {
        "out/app-A.js": {"entryPoint": "main/site/app.tsx", "imports": [
          {"path": "out/chunk-B.js", "kind": "import-statement"},
          {"path": "out/HomePage-C.js", "kind": "dynamic-import"},
          {"path": "out/OtherPage-F.js", "kind": "dynamic-import"}]},
        "out/chunk-B.js": {"imports": [{"path": "out/chunk-D.js", "kind": "import-statement"},
          {"path": "out/app-A.js", "kind": "import-statement"}]},
        "out/chunk-D.js": {"imports": []},
        "out/HomePage-C.js": {"entryPoint": "main/site/pages/home/HomePage.tsx", "imports": [
          {"path": "out/chunk-H.js", "kind": "import-statement"}]},
        "out/chunk-H.js": {"imports": []},
        "out/LandingPage-G.js": {"entryPoint": "main/site/pages/landing/LandingPage.tsx", "imports": []},
        "out/OtherPage-F.js": {"entryPoint": "main/site/pages/OtherPage.tsx", "imports": []},
        "out/site-E.css": {"entryPoint": "main/site/site.css", "imports": []}
      }}
      """;

  @Test
  void whatThePageNeedsAtOnceIsKnownAndNothingOfLaterPages() {
    SiteBuild build = SiteBuild.of(REPORT.getBytes(StandardCharsets.UTF_8));

    assertThat(build.script()).isEqualTo("app-A.js");
    assertThat(build.style()).isEqualTo("site-E.css");
    assertThat(build.needed())
        .containsExactly(
            "chunk-B.js", "chunk-D.js", "LandingPage-G.js", "HomePage-C.js", "chunk-H.js");
    assertThat(build.files()).hasSize(8).contains("OtherPage-F.js", "site-E.css");
  }

  @Test
  void aBuildWithoutItsFirstPartIsRefused() {
    assertThatThrownBy(() -> SiteBuild.of("{\"outputs\":{}}".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("The site's build has no part made of app.tsx");
  }
}
