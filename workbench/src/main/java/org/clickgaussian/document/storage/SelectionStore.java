package org.clickgaussian.document.storage;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.experiment.SceneFingerprint;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;

/**
 * The named selections of a project, one file each in {@code clickgaussian/selections} beside the
 * scene. Copies of Gaussians have no row in the splat file and are not kept. Safe from several
 * threads, but not for the window's: it waits for the disk.
 */
public final class SelectionStore {
  private static final String ENDING = ".json";

  private final Path folder;
  private final GaussianScene scene;
  private final SceneFingerprint fingerprint;

  /** What the files hold as far as this store read or wrote them. */
  private final Map<String, GaussianSet> kept = new TreeMap<>();

  /** Where each name was read from or written to. */
  private final Map<String, Path> files = new TreeMap<>();

  /**
   * What was found.
   *
   * @param named selections by name
   * @param problems a sentence for each file that could not be used
   */
  public record Found(SortedMap<String, GaussianSet> named, List<String> problems) {}

  private SelectionStore(Path folder, GaussianScene scene) {
    this.folder = folder;
    this.scene = scene;
    this.fingerprint = SceneFingerprint.of(scene);
  }

  /** The store of a document. */
  public static SelectionStore of(SceneDocument document) {
    return new SelectionStore(
        document.folder().folder().resolve("clickgaussian").resolve("selections"),
        document.original());
  }

  /** Reads all selections; damaged files are told and stay as they are. */
  public synchronized Found read() {
    SortedMap<String, GaussianSet> named = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Path file : listed(problems)) {
      try {
        SelectionFile read = SelectionFile.read(file, fingerprint);
        named.put(read.name(), gaussians(read.rows()));
        files.put(read.name(), file);
      } catch (InputException e) {
        problems.add(e.getMessage());
      }
    }
    kept.putAll(named);
    return new Found(named, problems);
  }

  private List<Path> listed(List<String> problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      problems.add(folder + ": cannot be listed: " + AtomicFile.reason(e));
      return List.of();
    }
  }

  /**
   * Brings the files to what is named now: writes what is new or different, deletes what is no
   * longer named.
   *
   * @throws InputException if a file cannot be written or deleted, as in a folder that is only to
   *     be read
   */
  public synchronized void write(Map<String, GaussianSet> named) {
    for (Map.Entry<String, GaussianSet> entry : named.entrySet()) {
      if (!entry.getValue().equals(kept.get(entry.getKey()))) {
        Path file = files.computeIfAbsent(entry.getKey(), name -> folder.resolve(fileName(name)));
        new SelectionFile(entry.getKey(), fingerprint, rows(entry.getValue())).write(file);
        kept.put(entry.getKey(), entry.getValue());
      }
    }
    Set<String> forgotten = new TreeSet<>(kept.keySet());
    forgotten.removeAll(named.keySet());
    for (String name : forgotten) {
      delete(files.get(name));
      files.remove(name);
      kept.remove(name);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be deleted: " + AtomicFile.reason(e), e);
    }
  }

  /** A file name that is possible everywhere and another one for each name. */
  private static String fileName(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A");
    StringBuilder lower = new StringBuilder();
    for (char letter : encoded.toCharArray()) {
      // Some disks take A and a for the same letter.
      lower.append(Character.isUpperCase(letter) ? "%5E" + Character.toLowerCase(letter) : letter);
    }
    return "selection-" + lower + ENDING;
  }

  private BitSet rows(GaussianSet set) {
    BitSet rows = new BitSet(scene.fileCount());
    for (int gaussian : set.indices()) {
      if (gaussian < scene.count()) {
        rows.set(scene.fileIndex(gaussian));
      }
    }
    return rows;
  }

  private GaussianSet gaussians(BitSet rows) {
    return GaussianSet.where(scene.count(), i -> rows.get(scene.fileIndex(i)));
  }
}
