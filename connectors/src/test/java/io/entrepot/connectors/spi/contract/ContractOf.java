package io.entrepot.connectors.spi.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says whose contract a test shows; {@link EveryConnectorTest} misses those that are not there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ContractOf {
  /** The partner's id. */
  String value();

  /** The document, for the contract of a notice. */
  String document() default "";
}
