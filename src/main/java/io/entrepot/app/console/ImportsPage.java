package io.entrepot.app.console;

import io.entrepot.app.imports.Imports;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The latest imports. */
@Controller
final class ImportsPage implements LiveTopic {
  static final int ROWS = 50;

  private final Imports imports;

  ImportsPage(Imports imports) {
    this.imports = imports;
  }

  @GetMapping("/console/imports")
  String list(Model model) {
    var latest = imports.latest(ROWS).stream().map(ImportRow::new).toList();
    model.addAttribute("imports", latest);
    model.addAttribute("running", latest.stream().filter(one -> !one.run().finished()).count());
    return "console/imports";
  }

  @GetMapping("/console/imports/{id}")
  String one(@PathVariable UUID id, Model model) {
    var found =
        imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("one", new ImportRow(found));
    model.addAttribute("run", found);
    return "console/import";
  }

  @Override
  public String name() {
    return "imports";
  }

  @Override
  public Object state(@Nullable UUID id) {
    return imports.latest(ROWS);
  }
}
