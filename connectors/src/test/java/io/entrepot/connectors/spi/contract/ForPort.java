package io.entrepot.connectors.spi.contract;

import io.entrepot.connectors.spi.Port;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the contract suite of a port. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForPort {
  Class<? extends Port> value();
}
