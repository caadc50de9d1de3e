package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of licences is complete: every library on the class path, but the tests' own. */
class LicencesTest {
  private static final Set<String> OF_TESTS =
      Set.of(
          "junit",
          "jupiter",
          "opentest4j",
          "apiguardian",
          "assertj",
          "byte-buddy",
          "archunit",
          "testfx",
          "hamcrest",
          "surefire",
          "osgi",
          "jspecify");

  @Test
  void everyLibraryIsNamedWithItsLicence() {
    Set<String> named =
        Licences.all().stream().map(Licences.Entry::artifact).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>(libraries());
    missing.removeAll(named);
    assertThat(missing).as("libraries without a line in licences.tsv").isEmpty();
    assertThat(Licences.all()).allSatisfy(entry -> assertThat(entry.licence()).isNotBlank());
  }

  @Test
  void noLineIsOfALibraryThatIsGone() {
    Set<String> libraries = libraries();
    assertThat(Licences.all()).extracting(Licences.Entry::artifact).allMatch(libraries::contains);
  }

  private static Set<String> libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .map(entry -> Path.of(entry))
        .filter(jar -> !jar.getParent().endsWith("target")) // the project's own modules
        .map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", ""))
        .filter(name -> OF_TESTS.stream().noneMatch(name::contains))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
