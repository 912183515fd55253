package io.entrepot.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrepot.app.text.TextTable;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code bench} and {@code prove} have in common on the command line. */
public final class FrameOptions {
  private static final int GOAL_MISSED = 1;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one; --list tells them.")
  private @Nullable String name;

  @Option(names = "--list", description = "Tell what there is and end.")
  private boolean list;

  @Option(names = "--json", description = "One JSON object instead of the table or list.")
  private boolean json;

  @Option(names = "--check", description = "Exit 1 when a goal is not met.")
  private boolean check;

  public boolean listsOnly() {
    return list;
  }

  public void printList(Map<String, String> purposes) throws JsonProcessingException {
    if (json) {
      out().println(new ObjectMapper().writeValueAsString(purposes));
      return;
    }
    TextTable table = new TextTable("name", "what it measures");
    purposes.forEach(table::row);
    out().println(table.render());
  }

  /** The entry of that name; a missing or unknown name is a usage error that tells the names. */
  public <T> T choose(Map<String, T> known) {
    T chosen = name == null ? null : known.get(name);
    if (chosen == null) {
      throw new ParameterException(
          spec().commandLine(),
          (name == null ? "say which" : "there is no '" + name + "'")
              + (known.isEmpty()
                  ? "; none ships yet"
                  : "; there is: " + String.join(", ", known.keySet())));
    }
    return chosen;
  }

  /** Prints the report and says with what the process must exit. */
  public int finish(Report report) throws JsonProcessingException {
    PrintWriter out = out();
    out.println(json ? new ObjectMapper().writeValueAsString(report) : report.table());
    out.flush();
    return check && !report.allMet() ? GOAL_MISSED : 0;
  }

  /** A line of progress: on standard error, since standard output may carry JSON. */
  public void tell(String line) {
    PrintWriter err = spec().commandLine().getErr();
    err.println(line);
    err.flush();
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private CommandSpec spec() {
    if (command == null) {
      throw new IllegalStateException("used outside of a command line");
    }
    return command;
  }
}
