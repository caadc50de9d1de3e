package org.clickgaussian.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.clickgaussian.project.ProjectContent;
import org.clickgaussian.project.RunEntry;
import org.clickgaussian.text.Texts;

/**
 * Scenes, mask sets, runs and annotations as a tree; a double click or Enter uses what is there.
 */
final class ProjectTree {
  private final TreeView<ProjectItem> view = new TreeView<>(new TreeItem<>());
  private final Consumer<ShellIntent> intents;
  private final Texts texts;

  ProjectTree(Consumer<ShellIntent> intents, Texts texts) {
    this.intents = intents;
    this.texts = texts;
    view.setId("project-tree");
    view.setShowRoot(false);
    view.setCellFactory(tree -> new Row());
    view.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            useSelected();
          }
        });
    view.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            useSelected();
            event.consume();
          }
        });
  }

  TreeView<ProjectItem> node() {
    return view;
  }

  /** Shows what lies around a scene; what was folded and selected stays so. */
  void show(Path opened, ProjectContent content, Optional<Path> runInUse) {
    ProjectItem selected =
        Optional.ofNullable(view.getSelectionModel().getSelectedItem())
            .map(TreeItem::getValue)
            .orElse(null);
    List<ProjectItem> scenes =
        Stream.concat(
                Stream.of((ProjectItem) new ProjectItem.Scene(opened, true)),
                content.siblings().stream().map(path -> new ProjectItem.Scene(path, false)))
            .toList();
    group(0, "project.scenes", scenes);
    group(
        1,
        "project.masks",
        content.masks().stream().map(entry -> (ProjectItem) new ProjectItem.Masks(entry)).toList());
    group(
        2,
        "project.runs",
        content.runs().stream()
            .map(
                entry ->
                    (ProjectItem)
                        new ProjectItem.Run(
                            entry, runInUse.filter(entry.folder()::equals).isPresent()))
            .toList());
    group(
        3,
        "project.annotations",
        content.annotations().stream()
            .map(entry -> (ProjectItem) new ProjectItem.Annotation(entry))
            .toList());
    select(selected);
  }

  private void group(int index, String key, List<ProjectItem> items) {
    List<TreeItem<ProjectItem>> groups = view.getRoot().getChildren();
    if (groups.size() <= index) {
      TreeItem<ProjectItem> group = new TreeItem<>(new ProjectItem.Group(texts.get(key)));
      group.setExpanded(true);
      groups.add(group);
    }
    List<ProjectItem> shown =
        items.isEmpty()
            ? List.of(new ProjectItem.Empty(texts.get(key + ".empty"), texts.get(key + ".where")))
            : items;
    ObservableList<TreeItem<ProjectItem>> rows = groups.get(index).getChildren();
    if (!things(rows.stream().map(TreeItem::getValue)).equals(things(shown.stream()))) {
      rows.setAll(shown.stream().map(TreeItem::new).toList());
      return;
    }
    for (int i = 0; i < shown.size(); i++) {
      rows.get(i).setValue(shown.get(i));
    }
  }

  private static List<Object> things(Stream<ProjectItem> items) {
    return items.map(ProjectItem::thing).toList();
  }

  /** Rows that came or went move the selection, also to what nobody chose. */
  private void select(ProjectItem item) {
    if (item == null || item instanceof ProjectItem.Group) {
      return;
    }
    view.getSelectionModel().clearSelection();
    for (TreeItem<ProjectItem> group : view.getRoot().getChildren()) {
      for (TreeItem<ProjectItem> row : group.getChildren()) {
        if (row.getValue().thing().equals(item.thing())) {
          view.getSelectionModel().select(row);
        }
      }
    }
  }

  private void useSelected() {
    TreeItem<ProjectItem> selected = view.getSelectionModel().getSelectedItem();
    if (selected != null) {
      switch (selected.getValue()) {
        case ProjectItem.Run run -> intents.accept(new ShellIntent.UseRun(run.entry().folder()));
        case ProjectItem.Scene scene when !scene.open() ->
            intents.accept(new ShellIntent.OpenScene(scene.path(), Optional.empty()));
        case ProjectItem.Scene scene -> view.getSelectionModel().clearSelection();
        case ProjectItem.Group group -> selected.setExpanded(!selected.isExpanded());
        case ProjectItem.Masks masks ->
            intents.accept(new ShellIntent.ShowMasks(masks.entry().folder()));
        case ProjectItem.Annotation annotation -> showFolder(annotation.entry().folder());
        case ProjectItem.Empty empty -> view.getSelectionModel().clearSelection();
      }
    }
  }

  private void showFolder(Path folder) {
    intents.accept(new ShellIntent.TellPlace(folder));
  }

  /** Icon, name and a few words. */
  private final class Row extends TreeCell<ProjectItem> {
    @Override
    protected void updateItem(ProjectItem item, boolean empty) {
      super.updateItem(item, empty);
      setTooltip(null);
      setGraphic(empty || item == null ? null : row(item));
    }

    private HBox row(ProjectItem item) {
      return switch (item) {
        case ProjectItem.Group group -> words(group.title(), "project-group");
        case ProjectItem.Empty none -> {
          setTooltip(new Tooltip(none.hint()));
          yield words(none.words(), "muted");
        }
        case ProjectItem.Scene scene -> {
          setTooltip(new Tooltip(scene.path().toString()));
          yield entry("icon-scene", name(scene.path()), "", scene.open());
        }
        case ProjectItem.Masks masks -> {
          setTooltip(new Tooltip(masks.entry().folder().toString()));
          String files = texts.get("project.files", masks.entry().files());
          yield entry("icon-masks", masks.entry().name(), files, false);
        }
        case ProjectItem.Annotation annotation -> {
          setTooltip(new Tooltip(annotation.entry().folder().toString()));
          yield entry("icon-annotation", annotation.entry().name(), "", false);
        }
        case ProjectItem.Run run -> {
          setTooltip(new Tooltip(texts.get("project.run.tip", run.entry().folder())));
          yield entry("icon-run", run.entry().name(), state(run), run.inUse());
        }
      };
    }

    private String state(ProjectItem.Run run) {
      if (run.inUse()) {
        return texts.get("project.run.in-use");
      }
      return switch (run.entry().state()) {
        case RunEntry.State.FINISHED -> "";
        case RunEntry.State.IN_TRAINING -> texts.get("project.run.in-training");
        case RunEntry.State.UNFINISHED -> texts.get("project.run.unfinished");
        case RunEntry.State.DAMAGED -> texts.get("project.run.damaged");
      };
    }

    private HBox words(String words, String style) {
      Label label = new Label(words);
      label.getStyleClass().add(style);
      HBox row = new HBox(label);
      row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      return row;
    }

    private HBox entry(String icon, String name, String detail, boolean open) {
      Label title = new Label(name);
      if (open) {
        title.getStyleClass().add("project-open");
      }
      Label more = new Label(detail);
      more.getStyleClass().addAll("muted", "small");
      HBox row = new HBox(8, Icons.icon(icon, open ? "icon-accent" : "icon-plain"), title, more);
      row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
      return row;
    }
  }

  /** The name of a folder or file. */
  static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }
}
