package io.entrepot.connectors.spi.sandbox;

/** A fault that a test, the console or the header {@code X-Sandbox-Fault} can turn on. */
public record FaultName(String name, String meaning) {}
