package org.clickgaussian.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.clickgaussian.io.AtomicFile;

/**
 * The settings as a JSON file with a version. Settings are a convenience: a file that is damaged or
 * of a newer program is told of and left where it is under another name, and the defaults hold;
 * single values that make no sense are left out.
 *
 * @param path where it lies
 */
public record SettingsFile(Path path) {
  private static final int VERSION = 1;
  private static final int MOST_THREADS = 4096;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Where the settings lie: CLICKGAUSSIAN_SETTINGS, or the person's folder of settings. */
  public static SettingsFile ofThisMachine() {
    return new SettingsFile(
        location(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home")));
  }

  static Path location(Map<String, String> environment, String system, String home) {
    String given = environment.getOrDefault("CLICKGAUSSIAN_SETTINGS", "");
    if (!given.isBlank()) {
      return Path.of(given);
    }
    return folder(environment, system, Path.of(home)).resolve("settings.json");
  }

  private static Path folder(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("Windows") && environment.containsKey("APPDATA")) {
      return Path.of(environment.get("APPDATA"), "Click-Gaussian");
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library/Application Support/Click-Gaussian");
    }
    String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
    return (config.isBlank() ? home.resolve(".config") : Path.of(config)).resolve("clickgaussian");
  }

  /**
   * Reads the settings.
   *
   * @param warnings takes a sentence if the file cannot be used; the defaults hold then
   */
  public Settings read(Consumer<String> warnings) {
    if (!Files.exists(path)) {
      return Settings.DEFAULT;
    }
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(path));
      int version = root.path("version").asInt(0);
      if (version == VERSION) {
        return parse(root);
      }
      setAside(version > VERSION ? "were written by a newer program" : "are damaged", warnings);
    } catch (IOException e) {
      setAside(
          "cannot be read (" + AtomicFile.reason(e).lines().findFirst().orElse("") + ")", warnings);
    }
    return Settings.DEFAULT;
  }

  /** Keeps the file for a person who wants to look; the next change would replace it. */
  private void setAside(String problem, Consumer<String> warnings) {
    Path kept = path.resolveSibling(path.getFileName() + ".unusable");
    String sentence = "The settings in %s %s; the defaults are used.".formatted(path, problem);
    try {
      Files.move(path, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      warnings.accept(sentence + " The file was kept as " + kept.getFileName() + ".");
    } catch (IOException e) {
      warnings.accept(sentence + " (" + AtomicFile.reason(e) + ")");
    }
  }

  /**
   * Writes the settings.
   *
   * @throws org.clickgaussian.io.InputException if the file cannot be written
   */
  public void write(Settings settings) {
    AtomicFile.write(path, stream -> stream.write(JSON.writeValueAsBytes(toJson(settings))));
  }

  private static ObjectNode toJson(Settings settings) {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION);
    root.put("theme", settings.theme().key());
    root.put("threads", settings.threads());
    root.put("reopen", settings.reopen());
    ArrayNode recent = root.putArray("recent");
    settings.recent().forEach(path -> recent.add(path.toString()));
    ObjectNode runs = root.putObject("runs");
    settings.recent().stream()
        .filter(settings.runs()::containsKey)
        .forEach(scene -> runs.put(scene.toString(), settings.runs().get(scene).toString()));
    ObjectNode dividers = root.putObject("dividers");
    new TreeMap<>(settings.dividers())
        .forEach((name, positions) -> positions.forEach(dividers.withArray(name)::add));
    ObjectNode tabs = root.putObject("tabs");
    new TreeMap<>(settings.tabs()).forEach(tabs::put);
    new TreeSet<>(settings.hidden()).forEach(root.putArray("hidden")::add);
    ObjectNode choices = root.putObject("choices");
    new TreeMap<>(settings.choices())
        .forEach((name, chosen) -> chosen.forEach(choices.putArray(name)::add));
    settings
        .window()
        .ifPresent(
            place ->
                root.putObject("window")
                    .put("x", place.x())
                    .put("y", place.y())
                    .put("width", place.width())
                    .put("height", place.height())
                    .put("maximized", place.maximized()));
    return root;
  }

  private static Settings parse(JsonNode root) {
    List<Path> recent = new ArrayList<>();
    root.path("recent").forEach(node -> path(node).ifPresent(recent::add));
    Map<Path, Path> runs = new LinkedHashMap<>();
    root.path("runs")
        .properties()
        .forEach(
            entry ->
                path(entry.getValue()).ifPresent(run -> runs.put(Path.of(entry.getKey()), run)));
    Map<String, String> tabs = new TreeMap<>();
    root.path("tabs").properties().forEach(e -> tabs.put(e.getKey(), e.getValue().asText()));
    Set<String> hidden = new TreeSet<>();
    root.path("hidden").forEach(node -> hidden.add(node.asText()));
    return new Settings(
        theme(root.path("theme").asText()),
        Math.clamp(root.path("threads").asInt(0), 0, MOST_THREADS),
        root.path("reopen").asBoolean(false),
        recent,
        runs,
        dividers(root.path("dividers")),
        tabs,
        hidden,
        choices(root.path("choices")),
        window(root.path("window")));
  }

  private static Optional<Path> path(JsonNode node) {
    try {
      return node.isTextual() && !node.asText().isEmpty()
          ? Optional.of(Path.of(node.asText()))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static ThemeChoice theme(String key) {
    return Arrays.stream(ThemeChoice.values())
        .filter(choice -> choice.key().equals(key))
        .findFirst()
        .orElse(ThemeChoice.SYSTEM);
  }

  private static Map<String, List<Double>> dividers(JsonNode node) {
    Map<String, List<Double>> dividers = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      List<Double> positions = new ArrayList<>();
      entry.getValue().forEach(value -> positions.add(value.asDouble(Double.NaN)));
      if (positions.stream().allMatch(value -> value >= 0 && value <= 1)) {
        dividers.put(entry.getKey(), positions);
      }
    }
    return dividers;
  }

  private static Map<String, List<String>> choices(JsonNode node) {
    Map<String, List<String>> choices = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      List<String> chosen = new ArrayList<>();
      entry.getValue().forEach(value -> chosen.add(value.asText()));
      choices.put(entry.getKey(), chosen);
    }
    return choices;
  }

  private static Optional<WindowPlace> window(JsonNode node) {
    double width = node.path("width").asDouble();
    double height = node.path("height").asDouble();
    return width > 0 && height > 0
        ? Optional.of(
            new WindowPlace(
                node.path("x").asDouble(),
                node.path("y").asDouble(),
                width,
                height,
                node.path("maximized").asBoolean()))
        : Optional.empty();
  }
}
