package org.clickgaussian.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clickgaussian.app.action.ActionRegistry;
import org.clickgaussian.document.CurrentDocument;
import org.clickgaussian.document.RunSession;
import org.clickgaussian.fixture.TrainedScene;
import org.clickgaussian.io.InputException;
import org.clickgaussian.settings.SettingsFile;
import org.clickgaussian.settings.SettingsStore;
import org.clickgaussian.task.SameThreadExecutor;
import org.clickgaussian.work.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frame's logic without a window. */
class ShellControllerTest {

  @TempDir private Path folder;

  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private final CurrentDocument document = new CurrentDocument();
  private final Workers workers = Workers.of(2);
  private SettingsStore settings;
  private ShellController controller;

  @BeforeEach
  void make() {
    settings = new SettingsStore(new SettingsFile(folder.resolve("settings.json")), notices::add);
    WorkbenchContext context =
        new WorkbenchContext(
            new SameThreadExecutor((title, failure) -> failures.add(failure)),
            new ActionRegistry(),
            document,
            new NoChoosers(),
            workers,
            words -> {},
            words -> {},
            notices::add);
    controller = new ShellController(context, settings, folder.resolve("sample"));
  }

  @AfterEach
  void close() {
    document.show(null);
    settings.close();
    workers.close();
  }

  @Test
  void aSceneOpensWithItsNewestRunAndBothAreRemembered() {
    TrainedScene scene = TrainedScene.get();
    controller.handle(new ShellIntent.OpenScene(scene.folder(), Optional.empty()));
    assertThat(failures).isEmpty();
    assertThat(document.get().orElseThrow().run().map(RunSession::folder)).contains(scene.run());
    assertThat(settings.get().recent()).containsExactly(scene.folder());
    assertThat(settings.get().runs()).containsEntry(scene.folder(), scene.run());
    controller.handle(new ShellIntent.CloseScene());
    assertThat(document.get()).isEmpty();
  }

  @Test
  void whatIsNoSceneLeavesTheOpenOne() throws Exception {
    controller.handle(new ShellIntent.OpenScene(TrainedScene.get().folder(), Optional.empty()));
    var before = document.get();
    Path empty = Files.createDirectories(folder.resolve("empty"));
    controller.handle(new ShellIntent.OpenScene(empty, Optional.empty()));
    assertThat(failures).singleElement().isInstanceOf(InputException.class);
    assertThat(document.get()).isEqualTo(before);
    assertThat(settings.get().recent()).doesNotContain(empty);
  }

  @Test
  void aRunOfAnotherSceneLeavesTheOneInUse() throws Exception {
    controller.handle(new ShellIntent.OpenScene(TrainedScene.get().folder(), Optional.empty()));
    RunSession before = document.get().orElseThrow().run().orElseThrow();
    controller.handle(new ShellIntent.UseRun(folder.resolve("no-run")));
    assertThat(failures).singleElement().isInstanceOf(InputException.class);
    assertThat(document.get().orElseThrow().run()).contains(before);
  }

  @Test
  void vanishedScenesAreForgottenOnRequest() {
    settings.change(now -> now.opened(folder.resolve("gone")).opened(folder));
    controller.handle(new ShellIntent.ForgetVanished());
    assertThat(settings.get().recent()).containsExactly(folder);
    controller.handle(new ShellIntent.ForgetScene(folder));
    assertThat(settings.get().recent()).isEmpty();
  }

  @Test
  void intentsWithoutASceneDoNothing() {
    controller.handle(new ShellIntent.UseRun(folder));
    controller.handle(new ShellIntent.TrainQuickly(folder));
    controller.handle(new ShellIntent.CloseScene());
    assertThat(failures).isEmpty();
  }

  /** Nobody is asked for files here. */
  private static final class NoChoosers implements FileChoosers {
    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> open(String title, List<String> endings) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<String> endings) {
      return Optional.empty();
    }
  }
}
