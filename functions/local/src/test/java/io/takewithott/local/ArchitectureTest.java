package io.takewithott.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The directions in which the parts of the system may know each other. */
class ArchitectureTest {
  private static final List<String> FUNCTIONS =
      List.of("auth", "catalog", "community", "payment", "rating", "recommender", "schema", "web");

  private static JavaClasses everything;

  @BeforeAll
  static void read() {
    everything =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.takewithott");
  }

  @TestFactory
  List<DynamicTest> noFunctionDependsOnAnother() {
    return FUNCTIONS.stream()
        .map(
            function ->
                DynamicTest.dynamicTest(
                    function,
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage("io.takewithott." + function + "..")
                            .should()
                            .dependOnClassesThat(isOursOutside(function, "core"))
                            .check(everything)))
        .toList();
  }

  @Test
  void coreKnowsOnlyItself() {
    noClasses()
        .that()
        .resideInAPackage("io.takewithott.core..")
        .should()
        .dependOnClassesThat(isOursOutside("core"))
        .check(everything);
  }

  @Test
  void theCloudOnThisMachineKnowsOnlyItself() {
    noClasses()
        .that()
        .resideInAPackage("io.takewithott.cloud..")
        .should()
        .dependOnClassesThat(isOursOutside("cloud"))
        .check(everything);
  }

  @Test
  void onlyCoreSpeaksToAws() {
    noClasses()
        .that()
        .resideInAnyPackage(functionPackages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..")
        .check(everything);
  }

  @Test
  void lambdasInterfaceStaysInCoreAndTheHandlers() {
    noClasses()
        .that()
        .resideInAnyPackage(functionPackages())
        .and()
        .haveSimpleNameNotEndingWith("Handler")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws..")
        .check(everything);
  }

  @Test
  void onlyTheRecommenderKnowsMahout() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.takewithott.recommender..", "io.takewithott.benchmarks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.mahout..")
        .check(everything);
  }

  @Test
  void onlyTheWiringKnowsTheProcess() {
    noClasses()
        .that()
        .resideInAnyPackage(functionPackages())
        .and()
        .haveSimpleNameNotEndingWith("Wiring")
        .and()
        .haveSimpleNameNotEndingWith("Handler")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Math.class, "random")
        .check(everything);
  }

  @TestFactory
  List<DynamicTest> thereAreNoCyclesOfPackages() {
    return List.of(
            "core",
            "cloud",
            "auth",
            "catalog",
            "community",
            "payment",
            "rating",
            "recommender",
            "local")
        .stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module,
                    () ->
                        slices()
                            .matching("io.takewithott." + module + ".(**)")
                            .should()
                            .beFreeOfCycles()
                            .check(everything)))
        .toList();
  }

  @Test
  void entryClassesAreNamedHandlers() {
    classes()
        .that()
        .resideInAnyPackage(functionPackages())
        .and()
        .areAssignableTo(com.amazonaws.services.lambda.runtime.RequestStreamHandler.class)
        .should()
        .haveSimpleNameEndingWith("Handler")
        .check(everything);
  }

  private static String[] functionPackages() {
    return FUNCTIONS.stream().map(name -> "io.takewithott." + name + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> isOursOutside(String... modules) {
    return DescribedPredicate.describe(
        "are ours outside of " + String.join(" and ", modules),
        type -> {
          String name = type.getPackageName();
          return name.startsWith("io.takewithott.")
              && List.of(modules).stream()
                  .noneMatch(module -> (name + ".").startsWith("io.takewithott." + module + "."));
        });
  }
}
