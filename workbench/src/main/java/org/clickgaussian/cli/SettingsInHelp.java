package org.clickgaussian.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clickgaussian.training.Hyperparameter;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** Lists every hyperparameter at the end of a command's help. */
final class SettingsInHelp implements IModelTransformer {
  @Override
  public CommandSpec transform(CommandSpec spec) {
    List<String> lines = new ArrayList<>(List.of(spec.usageMessage().footer()));
    for (Hyperparameter setting : Hyperparameter.values()) {
      String name = setting.key() + " (" + setting.format(setting.defaultValue()) + ")";
      String line = String.format(Locale.ROOT, "  %-30s %s", name, setting.description());
      lines.add(line.replace("%", "%%"));
    }
    spec.usageMessage().footer(lines.toArray(String[]::new));
    return spec;
  }
}
