package org.clickgaussian.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder of real scenes, masks and reference results that some tests read.
 *
 * <p>The data is not part of the repository. Tests that need it ask {@link #require} for each file:
 * where the file is absent the test is skipped with a printed reason, unless {@value
 * #REQUIRED_VARIABLE} is {@code 1}, which turns absence into a failure.
 */
public final class SharedData {

  /** Environment variable that names the data folder. */
  public static final String FOLDER_VARIABLE = "CLICKGAUSSIAN_DATA";

  /** Environment variable that, set to {@code 1}, makes absent data a failure. */
  public static final String REQUIRED_VARIABLE = "CLICKGAUSSIAN_DATA_REQUIRED";

  /** How the reason of every skipped test starts; the build counts the tests skipped with it. */
  public static final String SKIP_REASON = "shared data is absent";

  private static final String DEFAULT_LOCATION = "../shared/data";

  private SharedData() {}

  /**
   * Returns the data folder, whether or not it exists.
   *
   * @return {@code CLICKGAUSSIAN_DATA}, or {@code ../shared/data} relative to the repository root
   */
  public static Path folder() {
    String named = System.getenv(FOLDER_VARIABLE);
    Path folder =
        named == null || named.isBlank()
            ? repositoryRoot().resolve(DEFAULT_LOCATION)
            : Path.of(named.strip());
    return folder.toAbsolutePath().normalize();
  }

  /**
   * Returns a file or folder of the shared data, or ends the test when it is not there.
   *
   * @param relative path below {@link #folder()}, with forward slashes, e.g. {@code
   *     "scene_fern/cameras.json"}; empty for the folder itself
   * @return the absolute path of an existing file or folder
   * @throws org.opentest4j.TestAbortedException if it is absent and data is optional
   * @throws AssertionError if it is absent and {@value #REQUIRED_VARIABLE} is {@code 1}
   */
  public static Path require(String relative) {
    Path path = folder().resolve(relative);
    if (Files.exists(path)) {
      return path;
    }
    String reason = SKIP_REASON + ": no " + path + " (set " + FOLDER_VARIABLE + ")";
    if ("1".equals(System.getenv(REQUIRED_VARIABLE))) {
      return Assertions.fail(reason);
    }
    System.err.println("Test skipped, " + reason);
    Assumptions.abort(reason);
    return path;
  }

  /** Walks up from the working directory to the folder that holds {@code mvnw}. */
  private static Path repositoryRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new AssertionError("no folder with mvnw above " + start + ": run tests in the checkout");
  }
}
