package org.clickgaussian.viewport.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.clickgaussian.document.DocumentListener;
import org.clickgaussian.document.EditState;
import org.clickgaussian.document.GaussianSet;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.document.SceneDocument;
import org.clickgaussian.document.Similarity;
import org.clickgaussian.gl.GlContext;
import org.clickgaussian.gl.GlTestContext;
import org.clickgaussian.mask.Level;
import org.clickgaussian.scene.Camera;
import org.clickgaussian.splat.device.Backend;
import org.clickgaussian.splat.device.RenderingDevice;
import org.clickgaussian.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of a document on OpenGL are those on the processor, and go on there when it fails. */
class GraphicsFramesTest {
  /** Pixels at the border between two clusters or colours may fall on either side. */
  private static final double ALIKE = 0.995;

  private static FrameFixture fixture;
  private static RenderingDevice device;
  private static SceneDocument document;

  @BeforeAll
  static void open() {
    GlTestContext.open().close();
    fixture = new FrameFixture();
    device = RenderingDevice.open(Backend.GL);
    document = open(device);
  }

  private static SceneDocument open(RenderingDevice on) {
    SceneDocument opened =
        SceneDocument.open(fixture.document.path(), on, fixture.workers, Progress.NONE);
    RunSession run = fixture.document.run().orElseThrow();
    opened.useRun(RunSession.open(run.folder(), opened.original(), fixture.workers, Progress.NONE));
    return opened;
  }

  @AfterAll
  static void close() {
    if (document != null) {
      document.close();
      device.close();
      fixture.close();
    }
  }

  @ParameterizedTest
  @EnumSource(ViewportMode.class)
  void everyModeLooksAsOnTheProcessor(ViewportMode mode) {
    int middle = fixture.pixels / 2 + fixture.width / 2;
    EditState state = EditState.initial().withLevel(Level.FINE);
    FrameRequest request = fixture.request(mode, state, OptionalInt.of(middle));
    try (FrameSource graphics = DocumentFrameSource.of(document);
        FrameSource processor = DocumentFrameSource.of(fixture.document)) {
      assertThat(graphics.backend()).isNotEqualTo(processor.backend());
      ViewportFrame shown = graphics.render(request);
      ViewportFrame expected = processor.render(request);
      assertThat(alike(shown.pixels(), expected.pixels())).isGreaterThan(ALIKE);
      assertThat(graphics.probe(40, 30).isPresent()).isTrue();
    }
  }

  @Test
  void goesOnOnTheProcessorWhenTheDeviceIsLost() {
    try (RenderingDevice lost = RenderingDevice.open(Backend.GL);
        SceneDocument own = open(lost);
        FrameSource source = DocumentFrameSource.of(own)) {
      List<String> notices = new ArrayList<>();
      lost.onFallback(notices::add);
      source.render(fixture.request(ViewportMode.COLOUR, Level.COARSE));
      lost.context().orElseThrow().abandon("the driver was reset");
      try (FrameSource processor = DocumentFrameSource.of(fixture.document)) {
        for (ViewportMode mode : List.of(ViewportMode.DEPTH, ViewportMode.CLUSTERS_FINE)) {
          FrameRequest request = fixture.request(mode, Level.FINE);
          assertThat(source.render(request).pixels()).isEqualTo(processor.render(request).pixels());
        }
      }
      assertThat(notices).singleElement().asString().contains("the driver was reset");
      assertThat(source.backend()).startsWith("CPU");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOpenSceneMovesToTheOtherDeviceAndBackWithItsEdits(boolean edited) {
    RenderingDevice graphics = RenderingDevice.open(Backend.GL);
    GlContext context = graphics.context().orElseThrow();
    RenderingDevice processor = RenderingDevice.processor();
    try (SceneDocument own = open(processor);
        FrameSource source = DocumentFrameSource.of(own)) {
      List<DocumentListener.Aspect> told = new ArrayList<>();
      own.listen(told::add);
      own.change(
          "hide",
          state -> state.withHidden(GaussianSet.where(own.gaussianCount(), i -> i % 3 == 0)));
      if (edited) {
        GaussianSet some = GaussianSet.where(own.gaussianCount(), i -> i % 5 == 1);
        own.change("move", state -> state.withMove(some, Similarity.shift(0.2, 0, 0)));
      }
      FrameRequest request = fixture.request(ViewportMode.COLOUR, Level.COARSE);
      int[] before = source.render(request).pixels().clone();
      own.device().moveTo(graphics);
      own.device().tellMoved();
      assertThat(source.probe(40, 30).isPresent()).isTrue();
      assertThat(alike(source.render(request).pixels(), before)).isGreaterThan(ALIKE);
      assertThat(source.backend()).doesNotStartWith("CPU");
      graphics.retire();
      assertThat(own.device().get()).isSameAs(graphics);
      own.device().moveTo(processor);
      assertThat(source.frontGaussians()).isNotEmpty();
      assertThat(source.render(request).pixels()).isEqualTo(before);
      assertThat(source.backend()).startsWith("CPU");
      assertThat(told).contains(DocumentListener.Aspect.DEVICE);
      assertThatThrownBy(() -> context.run(() -> {})).hasMessageContaining("closed");
    }
  }

  @Test
  void changingTheSizeOfThePictureLeaksNothing() {
    GlContext context = device.context().orElseThrow();
    try (FrameSource source = DocumentFrameSource.of(document)) {
      renderAt(source, 320, 240);
      renderAt(source, 100, 200);
      renderAt(source, 320, 240);
      long once = context.allocatedBytes();
      for (int i = 0; i < 12; i++) {
        renderAt(source, 13 + 17 * i, 200 - 7 * i);
      }
      renderAt(source, 320, 240);
      assertThat(context.allocatedBytes()).isEqualTo(once);
    }
  }

  private static void renderAt(FrameSource source, int width, int height) {
    FrameRequest usual = fixture.request(ViewportMode.COLOUR, Level.COARSE);
    Camera camera = usual.camera().resized(width, height);
    FrameRequest request =
        new FrameRequest(
            camera, usual.mode(), usual.state(), usual.view(), OptionalInt.empty(), false);
    assertThat(source.render(request).pixels()).hasSizeGreaterThanOrEqualTo(width * height / 16);
  }

  /** The share of pixels whose channels differ by no more than a step. */
  private static double alike(int[] shown, int[] expected) {
    assertThat(shown).hasSameSizeAs(expected);
    int alike = 0;
    for (int i = 0; i < shown.length; i++) {
      boolean same = true;
      for (int shift = 0; shift < 24; shift += 8) {
        same &= Math.abs((shown[i] >> shift & 0xff) - (expected[i] >> shift & 0xff)) <= 1;
      }
      alike += same ? 1 : 0;
    }
    return alike / (double) shown.length;
  }
}
