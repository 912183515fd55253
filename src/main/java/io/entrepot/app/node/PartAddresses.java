package io.entrepot.app.node;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/**
 * The addresses of started parts as properties. A part picks its port while Spring is already on
 * its way, so whoever asks for an address waits here for that part alone.
 */
final class PartAddresses extends PropertySource<Parts> {
  private static final Map<String, Function<Parts, String>> ADDRESSES =
      Map.of("entrepot.smtp.url", parts -> parts.smtp().toString());

  PartAddresses(Parts parts) {
    super("part addresses", parts);
  }

  @Override
  public @Nullable Object getProperty(String name) {
    Function<Parts, String> address = ADDRESSES.get(name);
    return address == null ? null : address.apply(getSource());
  }

  @Override
  public boolean containsProperty(String name) {
    return ADDRESSES.containsKey(name);
  }
}
