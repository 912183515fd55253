package io.entrepot.app.cli;

import io.entrepot.app.launch.ExitCodes;
import io.entrepot.app.partner.create.NewPartner;
import io.entrepot.app.partner.create.PartnerCreation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub partner new NAME}: needs no running hub. */
@Command(
    name = "new",
    description = {
      "Write a new partner: connector, sandbox, mappings, routes and their test, all of it"
          + " running.",
      "Then ./hub test, and replace the example by what the partner documents."
    },
    mixinStandardHelpOptions = true)
final class PartnerNewCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec command;

  @Parameters(paramLabel = "NAME", description = "Small letters and hyphens, such as acme-parcels.")
  private String name = "";

  @Option(
      names = "--declared",
      description = "A YAML file in place of a Java package: enough for a plain REST partner.")
  private boolean declared;

  @Override
  public Integer call() throws Exception {
    NewPartner partner = new NewPartner(name);
    Path root = Path.of(System.getProperty("entrepot.root", ""));
    List<String> files = new PartnerCreation(root).create(partner, declared);
    if (command != null) {
      PrintWriter out = command.commandLine().getOut();
      files.forEach(out::println);
      out.println("Run ./hub test; docs/add-a-partner.md goes on from here.");
      out.flush();
    }
    return ExitCodes.OK;
  }
}
