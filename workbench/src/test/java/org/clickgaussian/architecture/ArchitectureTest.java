package org.clickgaussian.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The house has one floor per module and arrows only downwards; some libraries have one room. */
class ArchitectureTest {

  private static JavaClasses program;

  @BeforeAll
  static void readTheProgram() {
    program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.clickgaussian");
    assertThat(program.contain("org.clickgaussian.cli.Main")).isTrue();
    assertThat(program.contain("org.clickgaussian.scene.GaussianScene")).isTrue();
  }

  @Test
  void everyPackageBelongsToOneFloor() {
    TreeSet<String> homeless = new TreeSet<>();
    for (JavaClass type : program) {
      if (Floor.of(type).isEmpty()) {
        homeless.add(type.getPackageName());
      }
    }
    assertThat(homeless).as("packages that Floor does not know").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Floor.class)
  void arrowsOnlyPointDownwards(Floor floor) {
    noClasses()
        .that(floor.contains())
        .should()
        .dependOnClassesThat(floor.mayNotUse())
        .allowEmptyShould(true)
        .check(program);
  }

  @Test
  void imageFilesHideBehindOnePackage() {
    onlyIn("org.clickgaussian.image", "java.awt..", "javax.imageio..");
  }

  @Test
  void referenceArithmeticHidesBehindOnePackage() {
    onlyIn("org.clickgaussian.reference", "org.nd4j..", "org.bytedeco..");
  }

  @Test
  void neuralNetworksHideBehindOnePackage() {
    onlyIn("org.clickgaussian.sam", "ai.onnxruntime..");
  }

  @Test
  void graphicsProcessorsHideBehindOnePackage() {
    onlyIn("org.clickgaussian.gl", "org.lwjgl..");
  }

  @Test
  void layoutsOfOthersHideBehindOnePackage() {
    onlyIn("org.clickgaussian.feature.space", "smile..");
    onlyIn("org.clickgaussian.features", "org.fxyz3d..");
  }

  @Test
  void onlyViewsAndTheirFrameTouchTheWindow() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.clickgaussian.app.action..",
            "org.clickgaussian.app.start..",
            "org.clickgaussian.cli..",
            "org.clickgaussian.curves.data..",
            "org.clickgaussian.curves.paint..",
            "org.clickgaussian.document..",
            "org.clickgaussian.project..",
            "org.clickgaussian.settings..",
            "org.clickgaussian.task..",
            "org.clickgaussian.text..",
            "org.clickgaussian.viewport.frame..",
            "org.clickgaussian.viewport.navigation..",
            "org.clickgaussian.viewport.picture..")
        .or(DescribedPredicate.not(Floor.WORKBENCH.contains()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.controlsfx..", "org.fxyz3d..", "com.sun.javafx..")
        .check(program);
  }

  @Test
  void onlyTheCommandLineWritesToTheConsole() {
    DescribedPredicate<JavaAccess<?>> console =
        DescribedPredicate.describe(
            "access System.out or System.err",
            access ->
                access.getTargetOwner().isEquivalentTo(System.class)
                    && List.of("out", "err").contains(access.getName()));
    // ND4J prints by itself; QuietConsole stands between it and the console.
    noClasses()
        .that()
        .resideOutsideOfPackage("org.clickgaussian.cli")
        .and()
        .doNotHaveFullyQualifiedName("org.clickgaussian.reference.QuietConsole")
        .should()
        .accessTargetWhere(console)
        .check(program);
  }

  private static void onlyIn(String room, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackage(room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(program);
  }
}
