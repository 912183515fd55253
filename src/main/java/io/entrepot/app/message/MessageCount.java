package io.entrepot.app.message;

/** How many messages stand where. */
public record MessageCount(
    Direction direction, String partner, String document, MessageStatus status, long count) {}
