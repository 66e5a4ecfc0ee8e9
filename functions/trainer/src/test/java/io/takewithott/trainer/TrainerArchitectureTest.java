package io.takewithott.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainerArchitectureTest {
  private static JavaClasses everything;

  @BeforeAll
  static void read() {
    everything =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.takewithott");
  }

  @Test
  void onlyTheTrainerKnowsSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.takewithott.trainer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..", "io.takewithott.trainer..")
        .check(everything);
  }

  @Test
  void theTrainerKnowsTheRecommenderAndCoreAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.takewithott.trainer..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "software.amazon..",
            "com.amazonaws..",
            "io.takewithott.cloud..",
            "io.takewithott.local..",
            "io.takewithott.benchmarks..",
            "io.takewithott.testing..")
        .check(everything);
  }
}
