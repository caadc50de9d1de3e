package org.clickgaussian.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.clickgaussian.task.Durations;
import org.clickgaussian.task.TimeLeft;
import org.clickgaussian.work.Progress;

/**
 * Prints how far a command is: on a terminal a bar that is redrawn in place, elsewhere a plain line
 * now and then. Safe to call from any thread.
 */
final class ProgressPrinter implements Progress, AutoCloseable {

  private static final int BAR_CELLS = 24;
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean interactive;
  private final Cancellation cancellation;
  private final LongSupplier nanoClock;
  private final long began;
  private final TimeLeft timeLeft = new TimeLeft();
  private long printedAt;
  private boolean barShown;

  ProgressPrinter(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  ProgressPrinter(Terminal terminal, LongSupplier nanoClock) {
    this.err = terminal.err();
    this.interactive = terminal.interactive();
    this.cancellation = terminal.cancellation();
    this.nanoClock = nanoClock;
    this.began = nanoClock.getAsLong();
    // The first report is shown as soon as it comes on a terminal, after a while elsewhere: short
    // commands in scripts then say nothing.
    this.printedAt = interactive ? began - REDRAW_NANOS : began;
  }

  @Override
  public void update(double fraction, String message) {
    cancellation.check();
    synchronized (this) {
      long now = nanoClock.getAsLong();
      String left = timeLeft.at((now - began) * 1e-9, fraction);
      if (now - printedAt < (interactive ? REDRAW_NANOS : LINE_NANOS)) {
        return;
      }
      printedAt = now;
      String line = line(fraction, message, left, (now - began) * 1e-9);
      if (interactive) {
        err.print(CLEAR_LINE + line);
        barShown = true;
      } else {
        err.println(line);
      }
      err.flush();
    }
  }

  private String line(double fraction, String message, String timeLeft, double seconds) {
    if (Double.isNaN(fraction)) {
      return message + "  " + Durations.words(seconds);
    }
    double done = Math.clamp(fraction, 0, 1);
    String percent = String.format(Locale.ROOT, "%3.0f%%", 100 * done);
    String left = timeLeft.isEmpty() ? "" : ", " + timeLeft;
    if (!interactive) {
      return percent.strip() + left + ": " + message;
    }
    int cells = (int) Math.round(BAR_CELLS * done);
    String bar = "█".repeat(cells) + "░".repeat(BAR_CELLS - cells);
    return bar + " " + percent + left + "  " + message;
  }

  /** Prints a warning on a line of its own. */
  synchronized void warn(String warning) {
    close();
    err.println("warning: " + warning);
    err.flush();
  }

  /** Takes the bar off the terminal. */
  @Override
  public synchronized void close() {
    if (barShown) {
      err.print(CLEAR_LINE);
      err.flush();
      barShown = false;
    }
  }
}
