package org.clickgaussian.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.clickgaussian.task.FailureMessage;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Starts the program. */
public final class Main {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final int CANCELLED = 130;
  private static final int HELP_COLUMNS = 100;

  private Main() {}

  /**
   * Runs one command and exits: 0 done, 1 failed, 2 wrong usage, 130 cancelled.
   *
   * @param arguments as typed
   */
  public static void main(String[] arguments) {
    // Numbers look the same on every machine, as the words around them do.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    StandardError.adopt();
    Cancellation cancellation = new Cancellation();
    cancellation.followSignals();
    PrintWriter answers = new PrintWriter(System.out, true);
    // Only answers go to standard output; what libraries print there (ND4J does) would break them.
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    Terminal terminal =
        new Terminal(
            answers,
            new PrintWriter(System.err, true),
            Boolean.getBoolean("clickgaussian.terminal"),
            cancellation,
            new WindowByName());
    int status = execute(terminal, arguments);
    cancellation.commandFinished();
    System.exit(status);
  }

  /** Runs one command and returns its exit status. */
  static int execute(Terminal terminal, String... arguments) {
    CommandLine commandLine = new CommandLine(new ClickGaussianCommand(terminal));
    commandLine
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpWidth(HELP_COLUMNS)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::wrongUsage)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> failed(terminal, parsed, failure));
    try {
      return commandLine.execute(arguments);
    } catch (Error e) {
      return failed(terminal, commandLine.getParseResult(), e);
    }
  }

  private static int wrongUsage(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return WRONG_USAGE;
  }

  private static int failed(Terminal terminal, ParseResult parsed, Throwable failure) {
    FailureMessage message = FailureMessage.of(failure);
    boolean unexpected = message.kind() == FailureMessage.Kind.UNEXPECTED;
    String more = unexpected ? " (use --verbose for the stack trace)" : "";
    terminal.err().println("clickgaussian: " + message.sentence() + more);
    if (has(parsed, "--verbose")) {
      failure.printStackTrace(terminal.err());
    }
    terminal.err().flush();
    if (has(parsed, "--json")) {
      terminal.out().println(JobCommand.json(Map.of("error", message.sentence())));
      terminal.out().flush();
    }
    return message.kind() == FailureMessage.Kind.CANCELLED ? CANCELLED : FAILED;
  }

  private static boolean has(ParseResult parsed, String option) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.hasMatchedOption(option);
  }
}
