package io.takewithott.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in front of the API, by what the template says of it. */
class EdgeTemplateTest {
  /** AWS's own policies, the same in every account. */
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

  private static final String ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

  private JsonNode template;
  private JsonNode distribution;

  @BeforeEach
  void read() throws IOException {
    template = RealTemplate.read();
    distribution = template.at("/Resources/EdgeDistribution/Properties/DistributionConfig");
  }

  @Test
  void onlyFilesThatAreTheSameForEverybodyAreKept() {
    Map<String, String> policies = new TreeMap<>();
    distribution
        .path("CacheBehaviors")
        .forEach(
            behaviour ->
                policies.put(
                    behaviour.path("PathPattern").asText(),
                    behaviour.at("/CachePolicyId/Ref").asText("none")));
    JsonNode all = distribution.path("DefaultCacheBehavior");

    assertThat(policies)
        .containsOnly(
            Map.entry("/assets/*", "EdgeFiles"),
            Map.entry("/posters/*", "EdgeFiles"),
            Map.entry("/live", "none"));
    assertThat(all.path("CachePolicyId").asText()).isEqualTo(CACHING_DISABLED);
    assertThat(all.path("OriginRequestPolicyId").asText()).isEqualTo(ALL_BUT_HOST);
    assertThat(all.path("AllowedMethods")).hasSize(7);
  }

  @Test
  void whatIsKeptIsKeptByItsPathAndItsOwnCacheControl() {
    JsonNode files = template.at("/Resources/EdgeFiles/Properties/CachePolicyConfig");
    JsonNode key = files.path("ParametersInCacheKeyAndForwardedToOrigin");

    assertThat(files.path("MinTTL").asText() + files.path("DefaultTTL").asText()).isEqualTo("00");
    assertThat(key.at("/HeadersConfig/HeaderBehavior").asText()).isEqualTo("none");
    assertThat(key.at("/CookiesConfig/CookieBehavior").asText()).isEqualTo("none");
    assertThat(key.at("/QueryStringsConfig/QueryStringBehavior").asText()).isEqualTo("none");
  }

  @Test
  void noErrorOfOneIsShownToAnother() {
    assertThat(distribution.path("CustomErrorResponses"))
        .hasSize(11)
        .allMatch(error -> error.path("ErrorCachingMinTTL").asText().equals("0"));
  }

  @Test
  void theEdgeProvesItselfByASecretThatStandsNowhereInClear() {
    JsonNode header = distribution.at("/Origins/0/OriginCustomHeaders/0");
    JsonNode variables =
        template.at("/Resources/AuthFunction/Properties/Environment/Variables/TWO_EDGE_SECRET");

    assertThat(header.path("HeaderName").asText()).isEqualTo("x-edge-secret");
    assertThat(header.at("/HeaderValue/Fn::Sub").asText())
        .isEqualTo("{{resolve:secretsmanager:${EdgeSecret}}}");
    // The function is given the secret's name.
    assertThat(variables.at("/Fn::If/1/Ref").asText()).isEqualTo("EdgeSecret");
    assertThat(distribution.at("/DefaultCacheBehavior/FunctionAssociations/0/EventType").asText())
        .isEqualTo("viewer-request");
    assertThat(template.at("/Resources/EdgeViewer/Properties/FunctionCode").asText())
        .contains("headers['x-viewer-address'] = { value: event.viewer.ip }");
  }

  @Test
  void nothingIsInFrontUnlessItIsWanted() {
    assertThat(template.at("/Parameters/Edge/Default").asText()).isEqualTo("off");
    template
        .path("Resources")
        .properties()
        .forEach(
            resource -> {
              if (resource.getKey().startsWith("Edge")) {
                assertThat(resource.getValue().path("Condition").asText())
                    .as(resource.getKey())
                    .isEqualTo("HasEdge");
              }
            });
  }

  @Test
  void nobodyIsAnsweredInClearOrByAnOldVersion() {
    assertThat(distribution.findValuesAsText("ViewerProtocolPolicy"))
        .hasSize(4)
        .allMatch(policy -> policy.equals("redirect-to-https") || policy.equals("https-only"));
    assertThat(distribution.findValuesAsText("OriginProtocolPolicy"))
        .hasSize(2)
        .containsOnly("https-only");
    assertThat(distribution.findValuesAsText("MinimumProtocolVersion"))
        .containsExactly("TLSv1.2_2021");
  }
}
