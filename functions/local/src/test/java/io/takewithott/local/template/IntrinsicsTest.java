package io.takewithott.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntrinsicsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "plain                                             ~ plain",
        "5                                                 ~ 5",
        "true                                              ~ true",
        "2026-11-20                                        ~ 2026-11-20",
        "!Ref Name                                         ~ two",
        "{Ref: Name}                                       ~ two",
        "!Ref Queue                                        ~ ref-of-Queue",
        "!GetAtt Queue.Arn                                 ~ arn-of-Queue",
        "{Fn::GetAtt: [Queue, Arn]}                        ~ arn-of-Queue",
        "!Sub 'a-${Name}-${Queue.Arn}-${!Left}'            ~ a-two-arn-of-Queue-${Left}",
        "{Fn::Sub: ['${Name} ${Own}', {Own: !Ref Name}]}   ~ two two",
        "!Join ['/', [a, !Ref Name, !Ref AWS::Partition]]  ~ a/two/aws",
        "!Select [1, [a, b]]                               ~ b",
        "!Select [1, !Split ['.', a.b.c]]                  ~ b",
        "!FindInMap [Sizes, !Ref AWS::Region, small]       ~ 256",
        "!If [Yes, a, b]                                   ~ a",
        "!If [No, a, b]                                    ~ b",
        "!If [Both, a, b]                                  ~ b",
        "!If [Either, a, !Sub '${Name}']                   ~ a",
        "!If [Neither, a, b]                               ~ a",
        "{Fn::If: [Yes, {Ref: Name}, {Ref: Nothing}]}      ~ two",
        "!Sub '${AWS::URLSuffix} ${AWS::AccountId}'        ~ amazonaws.com 000000000000",
      })
  void intrinsicHasItsValue(String expression, String value) {
    Template template =
        TemplateText.read(
            """
            Parameters: {Name: {Type: String, Default: two}}
            Mappings: {Sizes: {ap-northeast-2: {small: 256}}}
            Conditions:
              Yes: !Equals [!Ref Name, two]
              No: !Not [!Condition Yes]
              Both: !And [!Condition Yes, {Condition: No}]
              Either: !Or [!Condition Yes, !Condition No]
              Neither: {Fn::Not: [{Fn::Or: [{Condition: No}, {Fn::Equals: [a, b]}]}]}
            Resources:
              Queue: {Type: AWS::SQS::Queue}
              F:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: code
                  Handler: H
                  Environment:
                    Variables:
                      VALUE: %s
                      GONE: !Ref AWS::NoValue
            """
                .formatted(expression));

    assertThat(template.function("F").orElseThrow().environment())
        .isEqualTo(Map.of("VALUE", value));
  }
}
