package io.takewithott.local.template;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which resource a property points to, from the reference itself rather than from the ARN it
 * evaluates to.
 */
final class Reference {

  static final String FUNCTION = "AWS::Serverless::Function";
  static final String QUEUE = "AWS::SQS::Queue";
  static final String HTTP_API = "AWS::Serverless::HttpApi";
  static final String LAYER = "AWS::Serverless::LayerVersion";

  private static final Pattern IN_TEXT = Pattern.compile("\\$\\{(\\w+)(?:\\.(\\w+))?}");

  private Reference() {}

  /** !GetAtt F.Arn, !Ref F, !Ref F.Alias, or !Sub with one of them in it. */
  static Optional<String> function(Properties owner, String property) {
    return resolve(
        owner,
        property,
        FUNCTION,
        Set.of("Arn", "Alias", "Version", ""),
        "!GetAtt Function.Arn or !Ref Function.Alias");
  }

  static Optional<String> queueArn(Properties owner, String property) {
    return resolve(owner, property, QUEUE, Set.of("Arn"), "!GetAtt Queue.Arn");
  }

  static Optional<String> httpApi(Properties owner, String property) {
    return resolve(owner, property, HTTP_API, Set.of(""), "!Ref HttpApi");
  }

  static Optional<String> layer(Node node, Properties owner, String property) {
    return check(node, owner, property, LAYER, Set.of(""), "!Ref Layer");
  }

  private static Optional<String> resolve(
      Properties owner, String property, String type, Set<String> attributes, String form) {
    Optional<Node> node = owner.raw(property);
    if (node.isEmpty()) {
      owner.problem("", "found no " + property + "; it is " + form);
      return Optional.empty();
    }
    return check(node.get(), owner, property, type, attributes, form);
  }

  private static Optional<String> check(
      Node node,
      Properties owner,
      String property,
      String type,
      Set<String> attributes,
      String form) {
    Optional<String[]> target = target(node);
    if (target.isEmpty() || !attributes.contains(target.get()[1])) {
      owner.problem(
          property,
          "found "
              + node.described()
              + "; supported is "
              + form
              + " of a resource in this template");
      return Optional.empty();
    }
    String logicalId = target.get()[0];
    Optional<String> found = owner.evaluation().typeOf(logicalId);
    if (!found.equals(Optional.of(type))) {
      owner.problem(
          property,
          "found "
              + node.described()
              + ", but "
              + logicalId
              + found.map(other -> " is " + other).orElse(" is not in this template")
              + "; needed is "
              + type);
      return Optional.empty();
    }
    return Optional.of(logicalId);
  }

  /** Logical id and attribute ("" for the resource itself). */
  private static Optional<String[]> target(Node node) {
    if (!(node instanceof Node.Intrinsic intrinsic)) {
      return Optional.empty();
    }
    if (intrinsic.name().equals("Fn::GetAtt")) {
      return Evaluation.attributeParts(intrinsic)
          .map(parts -> new String[] {parts.get(0), parts.get(1)});
    }
    if (!(intrinsic.argument() instanceof Node.Scalar text)) {
      return Optional.empty();
    }
    if (intrinsic.name().equals("Ref")) {
      int dot = text.text().indexOf('.');
      return Optional.of(
          dot < 0
              ? new String[] {text.text(), ""}
              : new String[] {text.text().substring(0, dot), text.text().substring(dot + 1)});
    }
    Matcher matcher = IN_TEXT.matcher(text.text());
    if (intrinsic.name().equals("Fn::Sub") && matcher.find()) {
      return Optional.of(
          new String[] {matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2)});
    }
    return Optional.empty();
  }
}
