package org.clickgaussian.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.training.Hyperparameter;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Lists every hyperparameter at the end of a command's help. */
final class SettingsInHelp implements IModelTransformer {

  private static final int COLUMNS = 100;
  private static final String INDENT = " ".repeat(33);

  @Override
  public CommandSpec transform(CommandSpec spec) {
    List<String> lines = new ArrayList<>(List.of(spec.usageMessage().footer()));
    for (Hyperparameter setting : Hyperparameter.values()) {
      String name = setting.key() + " (" + setting.format(setting.defaultValue()) + ")";
      String line = String.format(Locale.ROOT, "  %-30s %s", name, setting.description());
      while (line.length() > COLUMNS) {
        int cut = line.lastIndexOf(' ', COLUMNS);
        lines.add(escaped(line.substring(0, cut)));
        line = INDENT + line.substring(cut + 1);
      }
      lines.add(escaped(line));
    }
    spec.usageMessage().footer(lines.toArray(String[]::new));
    return spec;
  }

  /** The footer is a format. */
  private static String escaped(String line) {
    return line.replace("%", "%%");
  }
}
