package org.clickgaussian.mask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.View;
import org.clickgaussian.scene.ViewSplit;

/**
 * The views of a mask set that a person ticked out, because their masks are bad: no training learns
 * from them. Kept with the masks as the hidden file {@value #NAME}, which readers of masks pass
 * over; absent where nothing is left out.
 *
 * @param views their keys, sorted
 */
public record LeftOutViews(List<String> views) {
  /** The file in the folder of the masks. */
  public static final String NAME = ".left-out.json";

  /** No view is left out. */
  public static final LeftOutViews NONE = new LeftOutViews(List.of());

  private static final int VERSION = 1;
  private static final String DAMAGED =
      "is damaged; remove it, and tick out the bad views of these masks again";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Sorts the keys. */
  public LeftOutViews {
    views = List.copyOf(new TreeSet<>(views));
  }

  /**
   * Reads the choice that is kept with masks.
   *
   * @param masks the folder of the masks
   * @throws InputException if the file is damaged or newer than this program
   */
  public static LeftOutViews read(Path masks) {
    Path file = masks.resolve(NAME);
    if (!Files.exists(file)) {
      return NONE;
    }
    JsonNode root;
    try {
      root = MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw InputException.in(file, DAMAGED, e);
    }
    if (!root.path("left_out").isArray()) {
      throw InputException.in(file, DAMAGED);
    }
    if (root.path("version").asInt(0) > VERSION) {
      throw InputException.in(file, "was written by a newer program; update this one");
    }
    TreeSet<String> views = new TreeSet<>();
    root.path("left_out").forEach(view -> views.add(view.asText()));
    return new LeftOutViews(List.copyOf(views));
  }

  /**
   * Keeps the choice with masks; the file goes where nothing is left out.
   *
   * @throws InputException if it cannot be written
   */
  public void write(Path masks) {
    Path file = masks.resolve(NAME);
    if (views.isEmpty()) {
      delete(file);
      return;
    }
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", VERSION);
    views.forEach(root.putArray("left_out")::add);
    AtomicFile.write(
        file, stream -> MAPPER.writerWithDefaultPrettyPrinter().writeValue(stream, root));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be removed: " + AtomicFile.reason(e), e);
    }
  }

  /** Whether a view is left out. */
  public boolean has(String view) {
    return views.contains(view);
  }

  /** The same with some views left out, or learnt from again. */
  public LeftOutViews with(Collection<String> changed, boolean leftOut) {
    SortedSet<String> next = new TreeSet<>(views);
    if (leftOut) {
      next.addAll(changed);
    } else {
      next.removeAll(changed);
    }
    return new LeftOutViews(List.copyOf(next));
  }

  /** The views of a scene that are left out; keys that the scene does not know are passed over. */
  public List<String> of(List<View> scene) {
    return scene.stream().map(View::key).filter(this::has).toList();
  }

  /** A split of views without those; test views stay. */
  public ViewSplit applyTo(ViewSplit split) {
    return new ViewSplit(
        split.training().stream().filter(view -> !has(view.key())).toList(), split.test());
  }
}
