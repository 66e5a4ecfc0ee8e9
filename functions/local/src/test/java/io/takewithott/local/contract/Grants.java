package io.takewithott.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.takewithott.local.contract.SdkCalls.Call;
import io.takewithott.local.template.RealTemplate;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the template lets functions do, one action to one resource each. */
public final class Grants {
  private final Set<Grant> all;

  private Grants(Set<Grant> all) {
    this.all = all;
  }

  public static Grants read() throws IOException {
    Set<Grant> all = new TreeSet<>();
    RealTemplate.ofType(RealTemplate.read(), "AWS::Serverless::Function")
        .forEach(
            (function, properties) -> {
              for (JsonNode policy : properties.path("Policies")) {
                for (JsonNode statement : policy.path("Statement")) {
                  for (JsonNode action : each(statement.path("Action"))) {
                    for (JsonNode resource : each(statement.path("Resource"))) {
                      all.add(new Grant(function, action.asText(), name(resource)));
                    }
                  }
                }
              }
            });
    return new Grants(all);
  }

  /** What was asked of AWS and is not granted: on AWS it would have been refused. */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    SdkCalls.seen().stream()
        .filter(call -> all.stream().noneMatch(grant -> grant.allows(call)))
        .forEach(call -> missing.add(call.toString()));
    return missing;
  }

  /** What is granted and was never asked for. */
  public Set<String> unused() {
    Set<String> unused = new TreeSet<>();
    all.stream()
        .filter(grant -> SdkCalls.seen().stream().noneMatch(grant::allows))
        .forEach(grant -> unused.add(grant.toString()));
    return unused;
  }

  private static Iterable<JsonNode> each(JsonNode oneOrMany) {
    return oneOrMany.isArray() ? oneOrMany : List.of(oneOrMany);
  }

  /** A resource by the name that calls have for it. */
  private static String name(JsonNode resource) {
    String text =
        resource.elements().next().toString().replaceAll("[\\[\\]\"]", "").replace(',', '.');
    if (text.contains(":ses:")) {
      return "identity";
    }
    if (text.contains(":execute-api:")) {
      return "Sockets";
    }
    return text.replaceFirst("^\\$\\{(\\w+)\\.Arn}", "$1")
        .replaceFirst("\\.(Arn|DBClusterArn)$", "")
        .replaceFirst("\\.SecretArn$", "");
  }

  record Grant(String function, String action, String resource) implements Comparable<Grant> {
    boolean allows(Call call) {
      String pattern = Pattern.quote(resource).replace("*", "\\E.*\\Q");
      return call.function().equals(function)
          && call.action().equals(action)
          && call.resource().matches(pattern);
    }

    @Override
    public int compareTo(Grant other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return function + " " + action + " " + resource;
    }
  }
}
