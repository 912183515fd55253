package io.entrepot.connectors.spi.sandbox.rest;

import io.entrepot.connectors.spi.sandbox.SandboxAnswer;
import io.entrepot.connectors.spi.sandbox.SandboxRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method and a path, and what is done there. */
public record RestRoute(String method, Pattern path, Map<Integer, String> names, Work work) {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /** Done for one request at a time. */
  @FunctionalInterface
  public interface Work {
    /**
     * Answers.
     *
     * @param segments of the path by name
     */
    SandboxAnswer answer(SandboxRequest request, Map<String, String> segments, RestDesk desk);
  }

  static RestRoute of(String method, String path, Work work) {
    Map<Integer, String> names = new LinkedHashMap<>();
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    for (MatchResult name : NAME.matcher(path).results().toList()) {
      pattern.append(Pattern.quote(path.substring(end, name.start()))).append("([^/]+)");
      names.put(names.size() + 1, name.group(1));
      end = name.end();
    }
    pattern.append(Pattern.quote(path.substring(end)));
    return new RestRoute(method, Pattern.compile(pattern.toString()), names, work);
  }

  /** The segments by name, if that is its path. */
  Optional<Map<String, String>> segments(String asked) {
    Matcher matcher = path.matcher(asked);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> segments = new LinkedHashMap<>();
    names.forEach((group, name) -> segments.put(name, matcher.group(group)));
    return Optional.of(segments);
  }
}
