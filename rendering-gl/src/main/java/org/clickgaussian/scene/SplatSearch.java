package org.clickgaussian.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.format.SplatFormats;

/** Finds the splat file of a scene folder. */
final class SplatSearch {
  private static final List<String> EXTENSIONS = List.of(".ply", ".splat", ".spz", ".sog");

  /** Points from structure from motion, which trainers leave beside their output. */
  private static final Set<String> POINT_FILES =
      Set.of("input.ply", "points3d.ply", "sparse_pc.ply", "points.ply");

  private static final Pattern ITERATION = Pattern.compile("iteration_(\\d{1,9})");

  private SplatSearch() {}

  /** Whether the name of a file is that of a splat, or it is the {@code meta.json} of a SOG. */
  static boolean isSplat(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !POINT_FILES.contains(name)
        && (EXTENSIONS.stream().anyMatch(name::endsWith) || SplatFormats.isSogMeta(file));
  }

  /**
   * The splat of a folder: {@code point_cloud/iteration_<largest>/point_cloud.ply}, else the splat
   * files that lie in the folder itself, sorted.
   *
   * @return none, the one, or several of which no one can be preferred
   */
  static List<Path> in(Path folder) {
    Path latest = null;
    long largest = -1;
    for (Path candidate : list(folder.resolve("point_cloud"), Files::isDirectory)) {
      Matcher matcher = ITERATION.matcher(candidate.getFileName().toString());
      Path file = candidate.resolve("point_cloud.ply");
      if (matcher.matches() && Files.isRegularFile(file)) {
        long iteration = Long.parseLong(matcher.group(1));
        latest = iteration > largest ? file : latest;
        largest = Math.max(iteration, largest);
      }
    }
    return latest != null
        ? List.of(latest)
        : list(folder, file -> Files.isRegularFile(file) && isSplat(file));
  }

  private static List<Path> list(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(files.filter(wanted).sorted().toList());
    } catch (IOException e) {
      throw InputException.in(folder, "cannot be listed: " + AtomicFile.reason(e), e);
    }
  }
}
