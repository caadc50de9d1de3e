package org.clickgaussian.features;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.clickgaussian.feature.picture.PcaBases;
import org.clickgaussian.text.Texts;

/** Chooses the run whose colours those of the components are turned to meet. */
final class AlignmentMenu extends MenuButton {
  private static final Texts TEXTS = Texts.of("features");

  private final Consumer<FeaturesIntent> intents;

  /**
   * A menu.
   *
   * @param runs other runs to offer, asked for when it opens
   * @param elsewhere asks for the folder of a run and aligns to it
   */
  AlignmentMenu(Consumer<FeaturesIntent> intents, Supplier<List<Path>> runs, Runnable elsewhere) {
    this.intents = intents;
    setId("features-alignment");
    setMaxWidth(Double.MAX_VALUE);
    setOnShowing(event -> offer(runs.get(), elsewhere));
    offer(List.of(), elsewhere);
  }

  private void offer(List<Path> runs, Runnable elsewhere) {
    MenuItem own = new MenuItem(TEXTS.get("alignment.own"));
    own.setOnAction(event -> intents.accept(new FeaturesIntent.OwnComponents()));
    getItems().setAll(own);
    for (Path run : runs) {
      MenuItem item = new MenuItem(TEXTS.get("alignment.to", run.getFileName().toString()));
      item.setMnemonicParsing(false);
      item.setOnAction(event -> intents.accept(new FeaturesIntent.AlignTo(run)));
      getItems().add(item);
    }
    MenuItem other = new MenuItem(TEXTS.get("alignment.elsewhere"));
    other.setOnAction(event -> elsewhere.run());
    getItems().addAll(new SeparatorMenuItem(), other);
  }

  void show(FeaturesState state) {
    setDisable(state.components().isEmpty());
    setText(
        state
            .components()
            .flatMap(PcaBases::target)
            .map(
                target ->
                    TEXTS.get(
                        "alignment.is",
                        target.run(),
                        ComponentAlignment.percent(target.level(state.level()).agreement())))
            .orElseGet(() -> TEXTS.get("alignment.own")));
  }
}
