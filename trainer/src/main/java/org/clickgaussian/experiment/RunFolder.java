package org.clickgaussian.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;

/**
 * Where a run's files lie: {@code config.json}, {@code metrics.csv}, {@code changes.csv}, {@code
 * events.out.tfevents.*}, {@code features.safetensors}, {@code clusters.json}, {@code pca.json},
 * {@code checkpoint/state.safetensors}, {@code report/}.
 *
 * @param path the run's folder
 */
public record RunFolder(Path path) {
  /** What the run was told. */
  public Path config() {
    return path.resolve("config.json");
  }

  /** What the run measured. */
  public Path metrics() {
    return path.resolve("metrics.csv");
  }

  /** What was changed while the run went on. */
  public Path changes() {
    return path.resolve("changes.csv");
  }

  /** What the run learnt, once it is done. */
  public Path features() {
    return path.resolve("features.safetensors");
  }

  /** The global clusters, once the run is done. */
  public Path clusters() {
    return path.resolve("clusters.json");
  }

  /** The pooled features of all segments, once the run is done. */
  public Path segments() {
    return path.resolve("segments.safetensors");
  }

  /** Where the run stands. */
  public Path checkpoint() {
    return path.resolve("checkpoint").resolve("state.safetensors");
  }

  /** What came out of the training, and where its time went. */
  public Path summary() {
    return path.resolve("summary.json");
  }

  /** Pictures and tables made of the run. */
  public Path report() {
    return path.resolve("report");
  }

  /**
   * Reads what the run was told and checks that it belongs to a scene.
   *
   * @throws InputException if the folder is no run, or a run of another scene
   */
  public RunConfig configFor(GaussianScene scene) {
    RunConfig config = RunConfig.read(config());
    SceneFingerprint found = SceneFingerprint.of(scene);
    if (!found.equals(config.fingerprint())) {
      throw InputException.in(
          path,
          "is a run of another scene (%s, %d Gaussians; this one has %d); give the run's own scene"
              .formatted(config.scene(), config.fingerprint().fileCount(), found.fileCount()));
    }
    return config;
  }

  /**
   * Holds the folder for one training at a time until the result is closed.
   *
   * @throws InputException if another training holds it, or the folder cannot be made
   */
  public Hold hold() {
    return Hold.of(path);
  }

  /** Whether a training, of this program or another one, holds the folder now. */
  public boolean isHeld() {
    return Hold.isHeld(path);
  }

  /** The right to train into a run's folder. */
  public static final class Hold implements AutoCloseable {
    private static final String FILE = ".training";

    /**
     * The folders that this process holds. A file lock belongs to the process as a whole, and
     * closing any other channel to the same file gives it up; so a held file is not opened again.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path folder;
    private final FileChannel channel;

    private Hold(Path folder, FileChannel channel) {
      this.folder = folder;
      this.channel = channel;
    }

    private static Hold of(Path path) {
      synchronized (HELD) {
        try {
          Files.createDirectories(path);
          Path folder = path.toRealPath();
          FileChannel channel = HELD.contains(folder) ? null : locked(folder);
          if (channel == null) {
            throw InputException.in(
                path,
                "another training is writing to this run; wait for it or give another folder");
          }
          HELD.add(folder);
          return new Hold(folder, channel);
        } catch (IOException e) {
          throw InputException.in(path, "cannot be written: " + AtomicFile.reason(e), e);
        }
      }
    }

    private static boolean isHeld(Path path) {
      synchronized (HELD) {
        try {
          if (!Files.exists(path.resolve(FILE))) {
            return false;
          }
          Path folder = path.toRealPath();
          if (HELD.contains(folder)) {
            return true;
          }
          try (FileChannel channel = locked(folder)) {
            return channel == null;
          }
        } catch (IOException e) {
          // A folder that cannot be written to is not being trained into by this user.
          return false;
        }
      }
    }

    /** The lock file, locked; null where another process has it. */
    private static FileChannel locked(Path folder) throws IOException {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return channel;
      }
      channel.close();
      return null;
    }

    @Override
    public void close() {
      synchronized (HELD) {
        HELD.remove(folder);
        try {
          channel.close();
        } catch (IOException e) {
          throw InputException.in(folder, "cannot be released: " + AtomicFile.reason(e), e);
        }
      }
    }
  }
}
