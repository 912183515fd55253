package io.entrepot.connectors.spi;

/**
 * Something the hub may ask of partners in Java, whoever the partner is; {@link PaymentProvider} is
 * the model. A port is an interface that extends this one, a method of {@link Connector} that
 * answers an {@code Optional} of it (empty: unsupported), and one contract suite in the tests,
 * which every connector that claims the port must pass. Where routes ask it, it brings its
 * operations, too ({@link PaymentOperations}).
 */
public interface Port {}
