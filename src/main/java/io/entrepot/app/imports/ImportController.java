package io.entrepot.app.imports;

import io.entrepot.app.mapping.UnknownMappingException;
import io.entrepot.app.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports over HTTP: hand a file in, see how far it is, fetch what was not taken. */
@RestController
@RequestMapping("/api/v1/ops/imports")
final class ImportController {
  private final Imports imports;
  private final ImportFiles files;

  ImportController(Imports imports, ImportFiles files) {
    this.imports = imports;
    this.files = files;
  }

  /**
   * The file is the body; {@code ?mapping=…&file=…&stock=from_file}. Any length is read in bounded
   * memory.
   */
  @PostMapping(consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @ResponseStatus(HttpStatus.ACCEPTED)
  ImportView submit(
      @RequestParam String mapping,
      @RequestParam(defaultValue = "orders.csv") String file,
      @RequestParam(defaultValue = "AS_IT_IS") OpeningStock stock,
      HttpServletRequest request)
      throws IOException {
    return submit(new Submission(mapping, file, stock), request.getInputStream());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ImportView submit(
      @RequestParam String mapping,
      @RequestParam(defaultValue = "AS_IT_IS") OpeningStock stock,
      @RequestParam MultipartFile file)
      throws IOException {
    String name = file.getOriginalFilename();
    Submission given = new Submission(mapping, name == null ? "orders.csv" : name, stock);
    return submit(given, file.getInputStream());
  }

  private ImportView submit(Submission given, InputStream content) throws IOException {
    try (content) {
      return imports.submit(given, content);
    } catch (ImportRefused e) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_ENTITY, e.code(), String.valueOf(e.getMessage()));
    } catch (UnknownMappingException e) {
      throw ProblemException.badRequest("mapping-unknown", String.valueOf(e.getMessage()));
    }
  }

  @GetMapping
  List<ImportView> list(@RequestParam(defaultValue = "20") int limit) {
    return imports.latest(limit);
  }

  @GetMapping("/{batchId}")
  ImportView show(@PathVariable UUID batchId) {
    return imports
        .find(batchId)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "import-not-found", "There is no import " + batchId + "; list them all."));
  }

  /** The error file: mend its rows and hand it in again. */
  @GetMapping("/{batchId}/errors")
  void errors(@PathVariable UUID batchId, HttpServletResponse response) throws IOException {
    download(batchId, "errors", files::errors, response);
  }

  /** The orders that were not placed, and why. */
  @GetMapping("/{batchId}/refused")
  void refused(@PathVariable UUID batchId, HttpServletResponse response) throws IOException {
    download(batchId, "refused", files::notPlaced, response);
  }

  private void download(
      UUID batchId, String what, BiConsumer<UUID, Appendable> writer, HttpServletResponse response)
      throws IOException {
    show(batchId);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"" + what + "-" + batchId + ".csv\"");
    writer.accept(batchId, response.getWriter());
  }
}
