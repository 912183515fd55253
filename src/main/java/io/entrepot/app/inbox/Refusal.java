package io.entrepot.app.inbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice that was not let in.
 *
 * @param sender the address it came from
 * @param bodyHead the shape of the body's beginning, letters and digits replaced
 * @param unwritten refusals of this partner and code before it that were counted only
 */
public record Refusal(
    UUID id,
    Instant at,
    String partner,
    String document,
    String sender,
    String code,
    String detail,
    long bodyBytes,
    String bodyHead,
    long unwritten) {}
