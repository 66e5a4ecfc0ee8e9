package io.takewithott.local.template;

import java.util.Set;

/** Resource types that have nothing to do on one machine: accepted, and not looked into. */
final class CloudOnly {

  private static final Set<String> SERVICES =
      Set.of(
          "AWS::ApplicationAutoScaling",
          "AWS::Backup",
          "AWS::Budgets",
          "AWS::CertificateManager",
          "AWS::CloudFront",
          "AWS::CloudTrail",
          "AWS::CloudWatch",
          "AWS::EC2",
          "AWS::ECR",
          "AWS::EMRServerless",
          "AWS::IAM",
          "AWS::KMS",
          "AWS::Logs",
          "AWS::Oam",
          "AWS::RUM",
          "AWS::ResourceGroups",
          "AWS::Route53",
          "AWS::SNS",
          "AWS::SSM",
          "AWS::Synthetics",
          "AWS::WAFv2",
          "AWS::XRay");

  private static final Set<String> TYPES =
      Set.of(
          "AWS::ApiGateway::Account",
          "AWS::ApiGatewayV2::ApiMapping",
          "AWS::ApiGatewayV2::DomainName",
          "AWS::Events::Rule",
          "AWS::Lambda::EventInvokeConfig",
          "AWS::Lambda::Permission",
          "AWS::RDS::DBClusterParameterGroup",
          "AWS::RDS::DBInstance",
          "AWS::RDS::DBParameterGroup",
          "AWS::RDS::DBSubnetGroup",
          "AWS::S3::BucketPolicy",
          "AWS::SQS::QueuePolicy",
          "AWS::Scheduler::ScheduleGroup",
          "AWS::SecretsManager::ResourcePolicy",
          "AWS::SecretsManager::RotationSchedule",
          "AWS::SecretsManager::SecretTargetAttachment");

  private CloudOnly() {}

  static boolean accepts(String type) {
    int service = type.lastIndexOf("::");
    return TYPES.contains(type) || (service > 0 && SERVICES.contains(type.substring(0, service)));
  }
}
