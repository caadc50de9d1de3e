package org.clickgaussian.scene;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.camera.PosedPhoto;

/**
 * Which views are trained on and which are kept for the test; both sorted by key.
 *
 * @param training the views to train on
 * @param test the views held out
 */
public record ViewSplit(List<View> training, List<View> test) {
  /** Takes copies. */
  public ViewSplit {
    training = List.copyOf(training);
    test = List.copyOf(test);
  }

  /** Every view is trained on. */
  public static ViewSplit none(List<View> views) {
    return of(views, Set.of());
  }

  /**
   * Every k-th view, sorted by key, is held out, beginning with the first.
   *
   * @param k at least 2; 8 is usual
   * @throws InputException if k is less than 2
   */
  public static ViewSplit holdOut(List<View> views, int k) {
    if (k < 2) {
      throw new InputException(
          "Every " + k + ". view cannot be held out; give 2 or more, such as --hold-out 8.");
    }
    List<View> sorted = sorted(views);
    Set<String> test = new HashSet<>();
    for (int i = 0; i < sorted.size(); i += k) {
      test.add(sorted.get(i).key());
    }
    return of(views, test);
  }

  /**
   * The named views are held out.
   *
   * @param keys keys of views
   * @param source who names them, for the message
   * @throws InputException if a key belongs to no view
   */
  public static ViewSplit ofTestKeys(List<View> views, Collection<String> keys, String source) {
    Set<String> known = new HashSet<>();
    views.forEach(view -> known.add(view.key()));
    List<String> unknown = keys.stream().filter(key -> !known.contains(key)).toList();
    if (!unknown.isEmpty()) {
      throw new InputException(
          "%s: the scene has no view %s; its views are %s"
              .formatted(
                  source,
                  Listing.ofKeys(unknown),
                  Listing.ofKeys(sorted(views).stream().map(View::key).toList())));
    }
    return of(views, new HashSet<>(keys));
  }

  /**
   * The views that a file names are held out.
   *
   * @param file UTF-8 text with one key a line, with or without the extension of the photo; blank
   *     lines and lines that begin with # are passed over
   * @throws InputException if the file cannot be read, names no view, or a view that is not there
   */
  public static ViewSplit ofTestFile(List<View> views, Path file) {
    List<String> keys = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          keys.add(PosedPhoto.keyOf(line.strip()));
        }
      }
    } catch (CharacterCodingException e) {
      throw InputException.in(file, "is not a text file with one view a line", e);
    } catch (IOException e) {
      throw InputException.in(file, "cannot be read: " + AtomicFile.reason(e), e);
    }
    if (keys.isEmpty()) {
      throw InputException.in(file, "names no view; write one key a line");
    }
    return ofTestKeys(views, keys, file.toString());
  }

  /**
   * The same split without some views of the training; test views stay.
   *
   * @param keys keys of views of either kind
   * @param source who names them, for the message
   * @throws InputException if a key belongs to no view
   */
  public ViewSplit leavingOut(Collection<String> keys, String source) {
    List<View> all = new ArrayList<>(training);
    all.addAll(test);
    Set<String> named = new HashSet<>(ofTestKeys(all, keys, source).testKeys());
    return new ViewSplit(
        training.stream().filter(view -> !named.contains(view.key())).toList(), test);
  }

  /** The keys of the test views, sorted. */
  public List<String> testKeys() {
    return test.stream().map(View::key).toList();
  }

  private static ViewSplit of(List<View> views, Set<String> testKeys) {
    List<View> sorted = sorted(views);
    return new ViewSplit(
        sorted.stream().filter(view -> !testKeys.contains(view.key())).toList(),
        sorted.stream().filter(view -> testKeys.contains(view.key())).toList());
  }

  private static List<View> sorted(List<View> views) {
    return views.stream().sorted(Comparator.comparing(View::key)).toList();
  }
}
