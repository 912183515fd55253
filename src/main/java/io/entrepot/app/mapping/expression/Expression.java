package io.entrepot.app.mapping.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A compiled JSONata expression. It sees the item it is asked about and, as {@code $source}, the
 * whole document; nothing else. Safe to use from any thread.
 */
public final class Expression {
  static final String SOURCE = "source";

  private final ExpressionText text;
  private final Jsonata jsonata;

  private Expression(ExpressionText text, Jsonata jsonata) {
    this.text = text;
    this.jsonata = jsonata;
  }

  /**
   * Compiles a text.
   *
   * @throws ExpressionException if it is no JSONata, or uses a variable or function there is not
   */
  public static Expression compile(String text) throws ExpressionException {
    ExpressionText read = ExpressionText.read(text);
    Set<String> unknown = new TreeSet<>(read.free());
    unknown.removeIf(name -> name.equals(SOURCE) || ExpressionFunctions.has(name));
    if (!unknown.isEmpty()) {
      throw new ExpressionException("uses what there is not: $" + String.join(", $", unknown));
    }
    try {
      Jsonata jsonata = Jsonata.jsonata(read.rewritten());
      jsonata.setValidateInput(false);
      leaveThread();
      return new Expression(read, jsonata);
    } catch (JException e) {
      throw new ExpressionException("is no JSONata: " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      // The parser meets some broken texts with an index out of bounds or endless recursion.
      throw new ExpressionException("is no JSONata; is something missing, or does it nest deep?");
    }
  }

  /**
   * The library keeps the expression compiled last as this thread's evaluator, and an evaluator
   * takes each frame it met for its own surroundings: that expression's frames would nest deeper
   * with every document. One that is never asked takes its place.
   */
  private static void leaveThread() {
    Jsonata.jsonata("null");
  }

  /** The names of the fields it may read, at any depth. */
  public Set<String> fields() {
    return Set.copyOf(text.fields());
  }

  public boolean readsWholeSource() {
    return text.free().contains(SOURCE);
  }

  /**
   * The value, or null if there is none.
   *
   * @param item what names are read from
   * @param source the whole document
   * @throws ExpressionException if it fails, or was cut off at one of its bounds
   */
  public @Nullable JsonNode evaluate(JsonNode item, JsonNode source) throws ExpressionException {
    Jsonata.Frame frame = jsonata.createFrame();
    ExpressionFunctions.bind(frame);
    frame.bind(SOURCE, SourceView.of(source));
    for (int i = 0; i < text.patterns().size(); i++) {
      frame.bind(ExpressionText.patternVariable(i), (Object) text.patterns().get(i));
    }
    new Bounds().watch(frame);
    try {
      Object value = jsonata.evaluate(SourceView.of(item), frame);
      return value == null ? null : ExpressionResult.json(value);
    } catch (StackOverflowError e) {
      throw new ExpressionException("nests too deep");
    } catch (RuntimeException e) {
      // JSONata meets some wrong types with a cast that fails: all of it is the expression's fault.
      throw new ExpressionException(reason(e));
    }
  }

  private static String reason(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CutOff) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof StackOverflowError) {
        return "fails: it nests too deep, or a text " + BoundedText.TOO_DEEP;
      }
      if (cause instanceof JException) {
        return "fails: " + cause.getMessage();
      }
    }
    return "fails: a value is of another kind than is wanted there";
  }
}
