package io.entrepot.app.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/** The schedules in force, by name. A broken file is refused by name; none is left out silently. */
final class ScheduleFiles {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).registerModule(new JavaTimeModule());
  private static final String ENDING = ".yaml";

  private final Map<String, ScheduleFile> byName = new TreeMap<>();

  /** Later resources replace earlier ones of the same name: an operator's own win. */
  ScheduleFiles(Collection<Resource> resources) {
    resources.forEach(this::add);
  }

  private void add(Resource resource) {
    String fileName = Objects.requireNonNull(resource.getFilename(), "schedule without a name");
    ScheduleFile file = read(resource, fileName);
    if (!fileName.equals(file.schedule() + ENDING)) {
      throw new IllegalArgumentException(
          "schedules/" + fileName + ": is named '" + file.schedule() + "' inside");
    }
    byName.put(file.schedule(), file);
  }

  private static ScheduleFile read(Resource resource, String fileName) {
    try (InputStream in = resource.getInputStream()) {
      return YAML.readValue(in, ScheduleFile.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("schedules/" + fileName + ": " + reason(broken), broken);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("schedules/" + fileName, unreadable);
    }
  }

  private static String reason(JsonProcessingException broken) {
    return broken instanceof JsonMappingException && broken.getCause() != null
        ? String.valueOf(broken.getCause().getMessage())
        : broken.getOriginalMessage();
  }

  Collection<ScheduleFile> all() {
    return byName.values();
  }

  Collection<String> names() {
    return byName.keySet();
  }

  Optional<ScheduleFile> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
