package org.clickgaussian.app;

import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.clickgaussian.text.Texts;

/** What program this is, and the licences of what it is made of. */
final class AboutCard {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 560;

  private final Overlay overlay;
  private final Texts texts;

  AboutCard(Overlay overlay, Texts texts) {
    this.overlay = overlay;
    this.texts = texts;
  }

  void show() {
    String version = AboutCard.class.getPackage().getImplementationVersion();
    Label title = new Label(texts.get("window.title"));
    title.getStyleClass().add("headline");
    Label what =
        new Label(
            texts.get(
                "about.what",
                version == null ? texts.get("about.unpackaged") : version,
                Runtime.version().toString(),
                System.getProperty("javafx.runtime.version")));
    what.getStyleClass().add("muted");
    Label licence = new Label(texts.get("about.licence"));
    licence.setWrapText(true);
    licence.setMinHeight(Region.USE_PREF_SIZE);
    Label heading = new Label(texts.get("about.parts"));
    heading.getStyleClass().add("section");
    TableView<Licences.Entry> table = table();
    VBox.setVgrow(table, Priority.ALWAYS);
    Button close = new Button(texts.get("card.close"));
    close.setDefaultButton(true);
    close.setOnAction(event -> overlay.hide());
    HBox buttons = new HBox(close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card = new VBox(12, title, what, licence, heading, table, buttons);
    card.setId("about");
    card.setPadding(new Insets(22));
    card.setPrefSize(WIDTH, HEIGHT);
    overlay.show(card, close);
  }

  private TableView<Licences.Entry> table() {
    TableView<Licences.Entry> table = new TableView<>();
    table.setId("about-licences");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    TableColumn<Licences.Entry, String> name = new TableColumn<>(texts.get("about.name"));
    name.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().name()));
    TableColumn<Licences.Entry, String> licence = new TableColumn<>(texts.get("about.terms"));
    licence.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().licence()));
    name.setPrefWidth(250);
    table.getColumns().add(name);
    table.getColumns().add(licence);
    table.getItems().setAll(Licences.all());
    return table;
  }
}
