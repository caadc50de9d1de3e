package org.clickgaussian.viewport.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.clickgaussian.cluster.Candidates;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.feature.FeatureLayout;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.mask.Level;
import org.clickgaussian.mask.format.MaskFolder;
import org.clickgaussian.splat.Frame;
import org.clickgaussian.splat.SplattedView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every mode against plain loops over what the rasteriser yields. */
class ModesTest {
  private static final Map<String, Integer> MAJORITIES = new HashMap<>();

  private static FrameFixture fixture;
  private static Frame frame;
  private static float[] features;

  @BeforeAll
  static void open() {
    fixture = new FrameFixture();
    RunSession run = fixture.document.run().orElseThrow();
    try (SplattedView view = fixture.document.rasterizer().splat(fixture.view.camera())) {
      frame = view.frame(new float[3]);
      features = view.channels(run.learnt().field().table(), layout().dimensions());
    }
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static FeatureLayout layout() {
    return fixture.document.run().orElseThrow().learnt().field().layout();
  }

  private static ViewportFrame render(ViewportMode mode, Level level) {
    try (FrameSource source = DocumentFrameSource.of(fixture.document)) {
      return source.render(fixture.request(mode, level));
    }
  }

  @Test
  void depthRunsFromNearToFar() {
    ViewportFrame shown = render(ViewportMode.DEPTH, Level.COARSE);
    Legend legend = shown.legend();
    assertThat(legend.from()).isPositive().isLessThan(legend.to());
    assertThat(legend.scale()[0]).isEqualTo(ColourScale.colour(1));
    assertThat(legend.scale()[legend.scale().length - 1]).isEqualTo(ColourScale.colour(0));
    double width = Math.log(legend.to() / legend.from());
    for (int pixel = 0; pixel < fixture.pixels; pixel++) {
      double depth = frame.depth()[pixel] / frame.alpha()[pixel];
      double place = 1 - Math.log(depth / legend.from()) / width;
      int low = ColourScale.colour(place - 1e-4);
      int high = ColourScale.colour(place + 1e-4);
      if (frame.alpha()[pixel] < 0.5f) {
        low = 0;
        high = 0;
      }
      assertThat(shown.pixels()[pixel] & 0xffffff).isIn(low, high);
    }
  }

  @Test
  void alphaIsGrey() {
    ViewportFrame shown = render(ViewportMode.ALPHA, Level.COARSE);
    for (int pixel = 0; pixel < fixture.pixels; pixel++) {
      int grey = Math.round(255 * Math.min(1, frame.alpha()[pixel]));
      assertThat(shown.pixels()[pixel]).isEqualTo(0xff000000 | grey << 16 | grey << 8 | grey);
    }
    assertThat(shown.legend().scale()).containsExactly(0, 0xffffff);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void componentsHaveOneBasisForAllViews(Level level) {
    ViewportMode mode = level == Level.COARSE ? ViewportMode.PCA_COARSE : ViewportMode.PCA_FINE;
    try (RunTables tables = new RunTables(fixture.document.run().orElseThrow(), fixture.document);
        SplattedView view = fixture.document.rasterizer().splat(fixture.view.camera())) {
      float[] rgb = view.channels(tables.components(level), 3);
      int[] pixels = render(mode, level).pixels();
      for (int pixel = 0; pixel < fixture.pixels; pixel++) {
        assertThat(pixels[pixel])
            .isEqualTo(PixelPacking.packed(rgb[3 * pixel], rgb[3 * pixel + 1], rgb[3 * pixel + 2]));
      }
    }
  }

  @Test
  void componentsFollowTheAxesThatAreAskedFor() {
    PcaBases own = fixture.document.components().orElseThrow();
    double[][] swap = {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}};
    PcaBases swapped =
        new PcaBases(own.coarse().turned(swap), own.fine().turned(swap), Optional.empty());
    try (FrameSource source = DocumentFrameSource.of(fixture.document)) {
      FrameRequest request = fixture.request(ViewportMode.PCA_FINE, Level.FINE);
      int[] before = source.render(request).pixels().clone();
      fixture.document.useComponents(swapped);
      int[] turned = source.render(request).pixels().clone();
      for (int pixel = 0; pixel < fixture.pixels; pixel++) {
        int redAndGreen = (before[pixel] & 0xff00) << 8 | (before[pixel] & 0xff0000) >> 8;
        assertThat(turned[pixel]).isEqualTo(0xff000000 | redAndGreen | before[pixel] & 0xff);
      }
      fixture.document.useComponents(own);
      assertThat(source.render(request).pixels()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void clustersAreTheNearestCandidates(Level level) {
    ViewportMode mode =
        level == Level.COARSE ? ViewportMode.CLUSTERS_COARSE : ViewportMode.CLUSTERS_FINE;
    ViewportFrame shown = render(mode, level);
    try (RunTables tables = new RunTables(fixture.document.run().orElseThrow(), fixture.document)) {
      int[] colours = tables.clusterColours(level);
      int different = 0;
      for (int pixel = 0; pixel < fixture.pixels; pixel++) {
        int expected = 0xff000000;
        if (frame.alpha()[pixel] >= 0.5f) {
          expected =
              Shading.shaded(
                  colours[plainCluster(level, pixel)], Shading.brightness(frame.rgb(), pixel));
        }
        different += shown.pixels()[pixel] == expected ? 0 : 1;
      }
      // Two candidates may be equally near but for rounding.
      assertThat(different).isLessThan(fixture.pixels / 1000);
      assertThat(shown.legend().text()).startsWith(colours.length + " ");
    }
  }

  private static int plainCluster(Level level, int pixel) {
    Candidates candidates =
        fixture.document.run().orElseThrow().learnt().clusters().level(level).candidates();
    int best = -1;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < candidates.count(); c++) {
      double product = 0;
      for (int d = 0; d < candidates.dimensions(); d++) {
        product +=
            (double) candidates.vectors()[c * candidates.dimensions() + d]
                * features[pixel * layout().dimensions() + layout().from(level) + d];
      }
      if (product > greatest) {
        greatest = product;
        best = c;
      }
    }
    return best;
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void cosineIsThatOfRenderedFeatures(Level level) {
    try (FrameSource source = DocumentFrameSource.of(fixture.document)) {
      EditState state = EditState.initial().withLevel(level);
      ViewportFrame before =
          source.render(fixture.request(ViewportMode.COSINE, state, OptionalInt.empty()));
      assertThat(before.legend().scale()).isEmpty();
      int pointer = 50 * fixture.width + 60;
      ViewportFrame shown =
          source.render(fixture.request(ViewportMode.COSINE, state, OptionalInt.of(pointer)));
      for (int pixel = 0; pixel < fixture.pixels; pixel++) {
        double cosine = plainCosine(level, pointer, pixel);
        boolean covered = frame.alpha()[pixel] >= 0.5f;
        assertThat(shown.pixels()[pixel] & 0xffffff)
            .isIn(
                covered ? ColourScale.colour(cosine - 1e-5) : 0,
                covered ? ColourScale.colour(cosine + 1e-5) : 0);
      }
      ViewportFrame left =
          source.render(fixture.request(ViewportMode.COSINE, state, OptionalInt.empty()));
      assertThat(left.pixels()).isEqualTo(shown.pixels());
    }
  }

  private static double plainCosine(Level level, int one, int other) {
    double product = 0;
    double squares = 0;
    double otherSquares = 0;
    for (int d = layout().from(level); d < layout().to(level); d++) {
      double a = features[one * layout().dimensions() + d];
      double b = features[other * layout().dimensions() + d];
      product += a * b;
      squares += a * a;
      otherSquares += b * b;
    }
    return product / Math.sqrt(squares * otherSquares);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void masksAreThoseOfTheView(Level level) {
    int[] segments = segments(level);
    ViewportFrame shown = render(ViewportMode.MASKS, level);
    for (int pixel = 0; pixel < fixture.pixels; pixel++) {
      int rgb = shown.pixels()[pixel];
      boolean grey = (rgb >> 16 & 0xff) == (rgb & 0xff) && (rgb >> 8 & 0xff) == (rgb & 0xff);
      float brightness = Shading.brightness(frame.rgb(), pixel);
      if (segments[pixel] == 0) {
        assertThat(rgb).isEqualTo(Shading.dimmed(brightness));
      } else {
        assertThat(grey).isFalse();
      }
    }
    assertThat(shown.legend().text()).contains(fixture.view.key());
  }

  private static int[] segments(Level level) {
    return level
        .of(
            MaskFolder.open(TrainedScene.get().masks(), fixture.document.folder().requireViews())
                .masks(fixture.view)
                .orElseThrow())
        .segments();
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void disagreementIsWhatIsNotTheMajority(Level level) {
    int[] segments = segments(level);
    ViewportFrame shown = render(ViewportMode.DISAGREEMENT, level);
    int counted = 0;
    int disagreeing = 0;
    for (int pixel = 0; pixel < fixture.pixels; pixel++) {
      boolean counts = segments[pixel] > 0 && frame.alpha()[pixel] >= 0.5f;
      boolean expected = counts && plainCluster(level, pixel) != majority(level, segments, pixel);
      counted += counts ? 1 : 0;
      disagreeing += expected ? 1 : 0;
      float brightness = Shading.brightness(frame.rgb(), pixel);
      assertThat(shown.pixels()[pixel])
          .isEqualTo(
              expected
                  ? Shading.shaded(SegmentColours.DISAGREEING, brightness)
                  : Shading.grey(brightness));
    }
    String share = String.format(Locale.ROOT, "%.1f %%", 100.0 * disagreeing / counted);
    assertThat(shown.legend().text()).startsWith(share);
  }

  private static int majority(Level level, int[] segments, int of) {
    return MAJORITIES.computeIfAbsent(
        level + " " + segments[of],
        key -> {
          int[] votes =
              new int
                  [fixture.document.run().orElseThrow().learnt().clusters().level(level).count()];
          for (int pixel = 0; pixel < segments.length; pixel++) {
            if (segments[pixel] == segments[of] && frame.alpha()[pixel] >= 0.5f) {
              votes[plainCluster(level, pixel)]++;
            }
          }
          int best = 0;
          for (int cluster = 1; cluster < votes.length; cluster++) {
            best = votes[cluster] > votes[best] ? cluster : best;
          }
          return best;
        });
  }

  @Test
  void modesThatLackSomethingSayWhat() {
    try (FrameSource source = DocumentFrameSource.of(fixture.document)) {
      FrameRequest elsewhere =
          new FrameRequest(
              fixture.view.camera(),
              ViewportMode.MASKS,
              EditState.initial(),
              null,
              OptionalInt.empty(),
              false);
      assertThat(source.render(elsewhere).legend().text()).contains("training view");
    }
    try (SceneDocument plain = TrainedScene.get().open(fixture.workers);
        FrameSource source = DocumentFrameSource.of(plain)) {
      for (ViewportMode mode : ViewportMode.values()) {
        String words = source.render(fixture.request(mode, Level.COARSE)).legend().text();
        assertThat(words.contains("Open a run")).isEqualTo(mode.needsRun());
      }
    }
  }

  @Test
  void brokenMasksAreToldInThePicture(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(fixture.view.key() + ".json"), "[{");
    try (FrameSource source = DocumentFrameSource.of(fixture.document, () -> Optional.of(folder))) {
      ViewportFrame shown = source.render(fixture.request(ViewportMode.MASKS, Level.FINE));
      assertThat(shown.legend().text()).contains(fixture.view.key() + ".json");
    }
  }
}
