package org.clickgaussian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every key that the sources ask for has words, and all words are asked for. Keys may be put
 * together in the source from a literal beginning or end, such as {@code "menu." + name}.
 */
class TextsConsistencyTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path BUNDLES = Path.of("src/main/resources/org/clickgaussian/text");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern WHOLE_KEY =
      Pattern.compile("(?:texts|TEXTS)\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");

  static Stream<String> features() throws IOException {
    try (Stream<Path> bundles = Files.list(BUNDLES)) {
      return bundles
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".properties"))
          .map(name -> name.replace(".properties", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void everyWordIsUsed(String feature) {
    Set<String> literals = literals();
    List<String> beginnings = literals.stream().filter(each -> each.endsWith(".")).toList();
    List<String> ends = literals.stream().filter(each -> each.startsWith(".")).toList();
    Set<String> unused = new TreeSet<>();
    for (String key : keys(feature)) {
      boolean used =
          literals.contains(key)
              || beginnings.stream().anyMatch(key::startsWith)
              || ends.stream().anyMatch(key::endsWith);
      if (!used) {
        unused.add(key);
      }
    }
    assertThat(unused).as("entries of %s that no source asks for", feature).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("features")
  void everyKeyHasWords(String feature) {
    Set<String> keys = keys(feature);
    Set<String> missing = new TreeSet<>();
    for (String source : sourcesOf(feature)) {
      Matcher matcher = WHOLE_KEY.matcher(source);
      while (matcher.find()) {
        if (!keys.contains(matcher.group(1))) {
          missing.add(matcher.group(1));
        }
      }
    }
    assertThat(missing).as("keys that %s lacks", feature).isEmpty();
  }

  private static Set<String> keys(String feature) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(feature + ".properties"))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static Set<String> literals() {
    Set<String> literals = new TreeSet<>();
    for (String source : sources()) {
      Matcher matcher = LITERAL.matcher(source);
      while (matcher.find()) {
        literals.add(matcher.group(1));
      }
    }
    return literals;
  }

  /** The sources that take their words from one bundle: those that name it, and their packages. */
  private static List<String> sourcesOf(String feature) {
    return feature.equals("app") ? sourcesBelow("app") : sourcesNaming(feature);
  }

  private static List<String> sourcesNaming(String feature) {
    return sources().stream()
        .filter(source -> source.contains("Texts.of(\"" + feature + "\")"))
        .toList();
  }

  private static List<String> sources() {
    return sourcesBelow("");
  }

  private static List<String> sourcesBelow(String part) {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("org/clickgaussian").resolve(part))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(TextsConsistencyTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
