import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Says how many tests of all modules ran, and how many were skipped for missing data.
 *
 * <p>Reads the reports that the test runner left in every module. The build starts this file as its
 * last step.
 */
public final class TestSummary {

  /** How the reason of a test starts that was skipped because its data is not there. */
  private static final String ABSENT_DATA = "shared data is absent";

  private int tests;
  private int failed;
  private int skipped;
  private int withoutData;

  private TestSummary() {}

  public static void main(String[] arguments) throws Exception {
    TestSummary summary = new TestSummary();
    for (Path report : reports(Path.of(arguments[0]))) {
      summary.add(report);
    }
    System.out.println(summary.lines());
  }

  private static List<Path> reports(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("target/surefire-reports"))
          .filter(Files::isDirectory)
          .flatMap(TestSummary::reportsOfModule)
          .toList();
    }
  }

  private static Stream<Path> reportsOfModule(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Path report) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    Element suite = builder.parse(report.toFile()).getDocumentElement();
    tests += Integer.parseInt(suite.getAttribute("tests"));
    failed += Integer.parseInt(suite.getAttribute("failures"));
    failed += Integer.parseInt(suite.getAttribute("errors"));
    NodeList reasons = suite.getElementsByTagName("skipped");
    skipped += reasons.getLength();
    for (int i = 0; i < reasons.getLength(); i++) {
      if (((Element) reasons.item(i)).getAttribute("message").contains(ABSENT_DATA)) {
        withoutData++;
      }
    }
  }

  private String lines() {
    String counts =
        "Tests: %d passed, %d failed, %d skipped%n"
            .formatted(tests - failed - skipped, failed, skipped);
    String missing = withoutData + " tests skipped for missing data";
    return counts + (withoutData == 0 ? missing : missing + ": set CLICKGAUSSIAN_DATA");
  }
}
