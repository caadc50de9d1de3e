package org.clickgaussian.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.clickgaussian.work.Progress;
import org.clickgaussian.work.Workers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does one job and answers. */
abstract class JobCommand implements Callable<Integer> {

  /**
   * What a job works with.
   *
   * @param workers the threads
   * @param progress where it tells how far it is
   * @param warnings takes what a person should know although the job goes on
   */
  record Job(Workers workers, Progress progress, Consumer<String> warnings) {}

  @Mixin private CommonOptions common;

  @Spec private CommandSpec spec;

  /**
   * Does the command's work.
   *
   * @throws IOException if a file cannot be read or written
   */
  abstract Answer run(Job job) throws IOException;

  @Override
  public final Integer call() throws IOException {
    if (common.threads < 0) {
      throw wrongUsage("--threads must be at least 1, not " + common.threads);
    }
    // The command may stand in a group: the program itself is at the root.
    Terminal terminal = ((ClickGaussianCommand) spec.root().userObject()).terminal();
    Answer answer;
    try (Workers workers = common.workers();
        ProgressPrinter progress = new ProgressPrinter(terminal)) {
      answer = run(new Job(workers, progress, progress::warn));
    }
    print(answer, terminal.out());
    return answer.exitStatus();
  }

  /** The failure to throw when options do not fit together; exit status 2. */
  final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void print(Answer answer, PrintWriter out) {
    if (common.json) {
      out.println(json(answer.values()));
    } else {
      answer.lines().forEach(out::println);
    }
    out.flush();
  }

  /** One JSON object of text, numbers, truth values, lists and maps of such. */
  static String json(Map<String, Object> values) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an answer holds something that JSON cannot", e);
    }
  }
}
