package companion.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The conventions that can be ruled. This module sees all others, so it stands here. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("companion");

  private static final String[] NOT_DEPLOYED = {
    "companion.deployment..", "companion.engines..", "companion.loader..", "companion.local.."
  };

  /** Where a program is put together: time, randomness and the environment enter here alone. */
  private static final DescribedPredicate<JavaClass> WIRING =
      DescribedPredicate.describe(
          "wiring", type -> isFunctionOrComponent(type) || type.getFullName().endsWith("Main"));

  private static boolean isFunctionOrComponent(JavaClass type) {
    return type.getPackageName().startsWith("companion.function.")
        && (type.getSimpleName().endsWith("Function") || type.getFullName().contains("Component"));
  }

  @Test
  void shouldSeeTheWholeProject() {
    assertThat(CLASSES.containPackage("companion.language")).isTrue();
    assertThat(CLASSES.containPackage("companion.function.resources")).isTrue();
    assertThat(CLASSES.containPackage("companion.local")).isTrue();
  }

  @Test
  void shouldLetFunctionsDependOnSharedAlone() {
    noClasses()
        .that()
        .resideInAPackage("companion.function..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(NOT_DEPLOYED)
        .check(CLASSES);
    slices().matching("companion.function.(*)..").should().notDependOnEachOther().check(CLASSES);
  }

  @Test
  void shouldLetSharedDependOnNothingOfTheProjectButItself() {
    classes()
        .that(
            are(
                resideInAnyPackage("companion..")
                    .and(DescribedPredicate.not(resideInAnyPackage(NOT_DEPLOYED)))
                    .and(DescribedPredicate.not(resideInAnyPackage("companion.function..")))))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage(NOT_DEPLOYED).or(resideInAnyPackage("companion.function.."))))
        .check(CLASSES);
  }

  @Test
  void shouldHaveNoCyclesBetweenPackagesOfShared() {
    slices().matching("companion.(*)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void shouldTakeTimeRandomnessAndTheEnvironmentFromOutside() {
    noClasses()
        .that(DescribedPredicate.not(WIRING))
        .should()
        .callMethodWhere(
            target(
                DescribedPredicate.describe(
                    "reads a clock, a random source or the environment by itself",
                    ArchitectureTest::isAmbient)))
        .because("a test moves the clock, and a deployment decides its settings")
        .check(CLASSES);
    noClasses()
        .that(DescribedPredicate.not(WIRING))
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(SecureRandom.class)
        .check(CLASSES);
  }

  private static boolean isAmbient(CodeUnitCallTarget target) {
    String owner = target.getOwner().getFullName();
    String name = target.getName();
    boolean now =
        name.equals("now")
            && owner.startsWith("java.time.")
            && target.getRawParameterTypes().isEmpty();
    boolean clock = owner.equals("java.time.Clock") && name.startsWith("system");
    boolean uuid = owner.equals("java.util.UUID") && name.equals("randomUUID");
    boolean environment =
        owner.equals("java.lang.System") && Set.of("getenv", "currentTimeMillis").contains(name);
    boolean random =
        owner.equals("java.util.concurrent.ThreadLocalRandom") && name.equals("current");
    return now || clock || uuid || environment || random;
  }

  @Test
  void shouldKnowStatusCodesAtTheEdgeAlone() {
    noClasses()
        .that()
        .resideInAPackage("companion.function..")
        .and()
        .implement(RequestStreamHandler.class)
        .should()
        .callMethodWhere(target(owner(assignableTo(OutputStream.class))))
        .because("the edge alone writes what the gateway reads")
        .check(CLASSES);
  }

  @Test
  void shouldWriteToLogsThroughTheWrapperAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("companion.local..", "companion.loader..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages("companion.log", "companion.engines", "companion.local..")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("LambdaLogger")
        .check(CLASSES);
  }

  @Test
  void shouldMarkEveryPackageAsNullSafeAndNameItAfterSomething() {
    Set<String> unmarked = new TreeSet<>();
    Set<String> vague = new TreeSet<>();
    Set<String> names =
        Set.of("util", "utils", "common", "helper", "helpers", "manager", "impl", "misc");
    for (JavaClass type : CLASSES) {
      JavaPackage home = type.getPackage();
      if (!home.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(home.getName());
      }
      if (names.contains(home.getRelativeName())) {
        vague.add(home.getName());
      }
    }
    assertThat(unmarked).isEmpty();
    assertThat(vague).isEmpty();
  }
}
