package org.clickgaussian.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clickgaussian.io.InputException;

/** The ways in which ground truth lies on disk. */
public enum TruthProtocol {
  /** {@link PlainTruth}. */
  PLAIN {
    @Override
    public EvaluationTruth open(Path folder, Collection<String> viewKeys) {
      return PlainTruth.open(folder);
    }
  },
  /** {@link LerfMaskTruth}. */
  LERF_MASK {
    @Override
    public EvaluationTruth open(Path folder, Collection<String> viewKeys) {
      return LerfMaskTruth.open(folder, viewKeys);
    }
  },
  /** {@link SpinNerfTruth}. */
  SPIN_NERF {
    @Override
    public EvaluationTruth open(Path folder, Collection<String> viewKeys) {
      return SpinNerfTruth.open(folder, viewKeys);
    }
  };

  /**
   * Opens ground truth.
   *
   * @param viewKeys the keys of all views of the scene
   * @throws InputException if the folder holds none of this protocol
   */
  public abstract EvaluationTruth open(Path folder, Collection<String> viewKeys);

  /** The name as commands take it: "plain", "lerf-mask", "spin-nerf". */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The protocol that a folder looks like. */
  public static TruthProtocol guess(Path folder) {
    if (Files.exists(folder.resolve("labels.json"))) {
      return PLAIN;
    }
    return Files.isDirectory(folder.resolve("test_mask")) ? LERF_MASK : SPIN_NERF;
  }

  /**
   * The protocol of a name.
   *
   * @throws InputException if there is none
   */
  public static TruthProtocol ofKey(String key) {
    for (TruthProtocol protocol : values()) {
      if (protocol.key().equals(key)) {
        return protocol;
      }
    }
    String known =
        Arrays.stream(values()).map(TruthProtocol::key).collect(Collectors.joining(", "));
    throw new InputException("There is no protocol " + key + "; choose one of " + known + ".");
  }
}
