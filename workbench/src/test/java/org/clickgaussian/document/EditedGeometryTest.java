package org.clickgaussian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clickgaussian.document.SceneChange.Duplicate;
import org.clickgaussian.document.SceneChange.Recolour;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.scene.RigidTransform;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;
import org.clickgaussian.testing.TinyScenes;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditedGeometryTest {
  private static final Similarity TURN =
      Similarity.turn(new double[] {1, -2, 0.5}, 1.1, new double[] {0.3, 0.1, -0.4});

  @TempDir private Path folder;
  private Workers workers;

  @BeforeEach
  void start() {
    workers = Workers.of(2);
  }

  @AfterEach
  void stop() {
    workers.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "13, 2", "207, 3", "207, 4"})
  void undoAndRedoGiveTheSameBits(int count, int seed) {
    try (SceneDocument document = RandomScene.open(folder, count, workers)) {
      Random random = new Random(seed);
      List<EditState> states = new ArrayList<>(List.of(document.state()));
      List<Integer> bits = new ArrayList<>(List.of(RandomScene.bits(document)));
      for (int step = 0; step < 40; step++) {
        document.change("step " + step, state -> randomStep(random, document, state));
        states.add(document.state());
        bits.add(RandomScene.bits(document));
      }
      for (int step = states.size() - 2; step >= 0; step--) {
        document.undo();
        assertThat(document.state()).isSameAs(states.get(step));
        if (random.nextBoolean()) {
          assertThat(RandomScene.bits(document)).isEqualTo(bits.get(step));
        }
      }
      assertThat(document.undoName()).isEmpty();
      assertThat(RandomScene.bits(document)).isEqualTo(bits.getFirst());
      for (int step = 1; step < states.size(); step++) {
        document.redo();
        assertThat(document.state()).isSameAs(states.get(step));
        assertThat(RandomScene.bits(document)).isEqualTo(bits.get(step));
      }
    }
  }

  private static EditState randomStep(Random random, SceneDocument document, EditState state) {
    int count = document.gaussianCount();
    int density = 1 + random.nextInt(4);
    GaussianSet some = GaussianSet.where(count, i -> random.nextInt(density) == 0);
    return switch (random.nextInt(7)) {
      case 0 -> state.withMove(some, Similarity.shift(random.nextGaussian(), 0.5, -0.1));
      case 1 -> state.withMove(some, Similarity.scaling(0.5 + random.nextDouble(), new double[3]));
      case 2 -> state.withMove(some, TURN);
      case 3 -> count > 2000 ? state.withHidden(some) : state.withChange(new Duplicate(some, TURN));
      case 4 -> state.withChange(new Recolour(some, 0.2, random.nextDouble(), 0.9, 0.7));
      case 5 -> state.withHidden(some);
      default -> state.withDeleted(some);
    };
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2.5})
  void aSceneTurnedWithItsCameraLooksTheSame(double scale) {
    try (SceneDocument document = RandomScene.open(folder, 300, workers)) {
      Camera camera = TinyScenes.orbitCamera(60, 45, 0.8);
      Frame before = frame(document, camera);
      Similarity similarity =
          Similarity.scaling(scale, new double[] {1, 2, 3})
              .after(Similarity.shift(0.2, -0.3, 1))
              .after(TURN);
      document.change(
          "turn", state -> state.withMove(GaussianSet.all(document.gaussianCount()), similarity));
      Frame after = frame(document, moved(camera, similarity));
      for (int k = 0; k < before.rgb().length; k++) {
        assertThat(after.rgb()[k]).isCloseTo(before.rgb()[k], within(2e-3f));
      }
    }
  }

  /** The camera that sees the moved scene as the other sees the scene, except for its scale. */
  private static Camera moved(Camera camera, Similarity similarity) {
    double[] r = similarity.rotation();
    double[] v = camera.viewMatrix().rotation();
    double[] turned = new double[9];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int k = 0; k < 3; k++) {
          turned[3 * row + column] += v[3 * row + k] * r[3 * column + k];
        }
      }
    }
    double[] eye = camera.centre();
    double[] to = similarity.apply(eye[0], eye[1], eye[2]);
    double[] t = new RigidTransform(turned, new double[3]).apply(to[0], to[1], to[2]);
    return camera.movedTo(new RigidTransform(turned, new double[] {-t[0], -t[1], -t[2]}));
  }

  @Test
  void copiesComeBehindAllOthersAndKnowTheirOriginals() {
    try (SceneDocument document = RandomScene.open(folder, 13, workers)) {
      document.change("once", state -> state.withChange(new Duplicate(set(2, 5), TURN)));
      document.change(
          "twice", state -> state.withChange(new Duplicate(set(5, 14), Similarity.shift(1, 0, 0))));
      assertThat(document.gaussianCount()).isEqualTo(17);
      assertThat(document.origins())
          .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 2, 5, 5, 5);
      float[] x =
          document.reading(
              () ->
                  new float[] {
                    document.gaussians().position(14, 0), document.gaussians().position(16, 0)
                  });
      assertThat(x[1]).isEqualTo((float) (x[0] + 1.0), within(1e-6f));
      document.undo();
      assertThat(document.origins()).hasSize(15);
      document.undo();
      assertThat(document.origins()).containsExactly(IntStream.range(0, 13).toArray());
    }
  }

  @Test
  void aFullyRecolouredGaussianHasTheColourFromAllSides() {
    try (SceneDocument document = RandomScene.open(folder, 1, workers)) {
      document.change("paint", state -> state.withChange(new Recolour(set(0), 0.25, 0.5, 0.75, 1)));
      double[] seen =
          document.reading(
              () -> {
                double[] constant = new double[3];
                for (int channel = 0; channel < 3; channel++) {
                  constant[channel] =
                      0.5
                          + document.gaussians().harmonic(0, 0, channel)
                              * Math.sqrt(1 / Math.PI)
                              / 2;
                  for (int k = 1; k < 16; k++) {
                    assertThat(document.gaussians().harmonic(0, k, channel)).isZero();
                  }
                }
                return constant;
              });
      assertThat(seen).containsExactly(new double[] {0.25, 0.5, 0.75}, within(1e-6));
    }
  }

  @Test
  void onlyWhatIsDrawnRaisesTheRevisionAndHiddenGaussiansAreNotDrawn() {
    try (SceneDocument document = RandomScene.open(folder, 207, workers)) {
      Camera camera = TinyScenes.orbitCamera(40, 30, 0.8);
      Frame all = frame(document, camera);
      document.change("select", state -> state.withSelection(set(1, 2, 3)));
      assertThat(document.revision()).isZero();
      document.change("hide", state -> state.withHidden(GaussianSet.all(207)));
      assertThat(document.revision()).isEqualTo(1);
      assertThat(frame(document, camera).alpha()).containsOnly(0f);
      document.undo();
      assertThat(document.revision()).isEqualTo(2);
      assertThat(frame(document, camera).rgb()).containsExactly(all.rgb());
    }
  }

  @Test
  void insideAReadingTheGaussiansStandStill() {
    try (SceneDocument document = RandomScene.open(folder, 13, workers)) {
      document.change("copy", state -> state.withChange(new Duplicate(set(1), TURN)));
      document.reading(
          () -> {
            assertThat(document.revision()).isEqualTo(1);
            document.undo();
            assertThat(document.revision()).isEqualTo(1);
            assertThat(document.origins()).hasSize(14);
            assertThat(document.<Integer>reading(() -> document.gaussians().count())).isEqualTo(14);
            return null;
          });
      assertThat(document.revision()).isEqualTo(2);
      assertThat(document.<Integer>reading(() -> document.gaussians().count())).isEqualTo(13);
    }
  }

  @Test
  void aDragIsOneStepAndCanBeAbandoned() {
    try (SceneDocument document = RandomScene.open(folder, 13, workers)) {
      int before = RandomScene.bits(document);
      EditState start = document.state();
      Object drag = new Object();
      for (int k = 1; k <= 5; k++) {
        Similarity whole = Similarity.shift(0.1 * k, 0, 0);
        document.change("move", drag, state -> start.withMove(set(1, 2), whole));
      }
      assertThat(document.state().changes()).hasSize(1);
      document.abandon(drag);
      assertThat(document.state()).isSameAs(start);
      assertThat(document.undoName()).isEmpty();
      assertThat(RandomScene.bits(document)).isEqualTo(before);
    }
  }

  @Test
  void movesOfTheSameGaussiansBecomeOne() {
    EditState state =
        EditState.initial()
            .withMove(set(1), Similarity.shift(1, 0, 0))
            .withMove(set(1), Similarity.scaling(2, new double[3]));
    assertThat(state.changes()).hasSize(1);
    Similarity whole = ((SceneChange.Move) state.changes().getFirst()).similarity();
    assertThat(whole.apply(1, 1, 1)).containsExactly(4, 2, 2);
    assertThat(state.withMove(set(2), TURN).changes()).hasSize(2);
  }

  private static GaussianSet set(int... members) {
    return GaussianSet.where(1000, i -> IntStream.of(members).anyMatch(m -> m == i));
  }

  private static Frame frame(SceneDocument document, Camera camera) {
    return document.reading(
        () -> {
          try (SplattedView view = document.rasterizer().splat(camera)) {
            return view.frame(new float[3]);
          }
        });
  }
}
