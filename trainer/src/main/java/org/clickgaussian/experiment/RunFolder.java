package org.clickgaussian.experiment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;
import org.clickgaussian.scene.GaussianScene;

/**
 * Where a run's files lie: {@code config.json}, {@code metrics.csv}, {@code events.out.tfevents.*},
 * {@code features.safetensors}, {@code clusters.json}, {@code checkpoint/state.safetensors}, {@code
 * report/}.
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

  /** What the run learnt, once it is done. */
  public Path features() {
    return path.resolve("features.safetensors");
  }

  /** The global clusters, once the run is done. */
  public Path clusters() {
    return path.resolve("clusters.json");
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
    Path file = path.resolve(".training");
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw InputException.in(
            path, "another training is writing to this run; wait for it or give another folder");
      }
      return new Hold(channel);
    } catch (IOException e) {
      throw InputException.in(path, "cannot be written: " + AtomicFile.reason(e), e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** The right to train into a run's folder. */
  public static final class Hold implements AutoCloseable {
    private final FileChannel channel;

    private Hold(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new InputException("the run's folder cannot be released: " + e.getMessage(), e);
      }
    }
  }
}
