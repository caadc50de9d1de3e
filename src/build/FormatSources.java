import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or rewrites the layout of all Java sources with google-java-format.
 *
 * <p>The build starts this file with the toolchain's JDK, because Maven's own JVM may be too old to
 * parse the sources. A stamp remembers the last clean pass, so that only files touched since then
 * are looked at again.
 */
public final class FormatSources {

  private static final String STAMP = "target/formatted";

  private FormatSources() {}

  public static void main(String[] arguments) throws Exception {
    boolean write = arguments[0].equals("--write");
    Path root = Path.of(arguments[1]).toAbsolutePath().normalize();
    Path only = root.resolve(arguments[2]).normalize();
    String formatter = Main.class.getProtectionDomain().getCodeSource().getLocation().toString();
    Path stamp = root.resolve(STAMP);
    FileTime begin = FileTime.fromMillis(System.currentTimeMillis());
    List<String> sources = sourcesNewerThan(stamp, formatter, root);
    sources.removeIf(source -> !Path.of(source).startsWith(only));
    int status = sources.isEmpty() ? 0 : format(write, sources);
    if (status == 0 && only.equals(root)) {
      Files.createDirectories(stamp.getParent());
      Files.writeString(stamp, formatter);
      Files.setLastModifiedTime(stamp, begin);
    } else if (status != 0 && !write) {
      System.err.println("The files above are not formatted: run src/build/format");
    }
    System.exit(status);
  }

  private static int format(boolean write, List<String> sources) throws Exception {
    List<String> options = new ArrayList<>();
    options.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    options.addAll(sources);
    Main formatter =
        new Main(new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.in);
    return formatter.format(options.toArray(String[]::new));
  }

  private static List<String> sourcesNewerThan(Path stamp, String formatter, Path root)
      throws IOException {
    boolean known = Files.exists(stamp) && Files.readString(stamp).equals(formatter);
    long checked = known ? Files.getLastModifiedTime(stamp).toMillis() : Long.MIN_VALUE;
    List<String> sources = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.map(FormatSources::sourceFolder).filter(Files::exists).toList()) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toFile().lastModified() >= checked)
              .sorted()
              .map(Path::toString)
              .forEach(sources::add);
        }
      }
    }
    return sources;
  }

  /** A module keeps its sources under {@code src}; the root's own {@code src} is one already. */
  private static Path sourceFolder(Path folder) {
    return folder.endsWith("src") ? folder : folder.resolve("src");
  }
}
