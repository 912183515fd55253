package io.entrepot.connectors.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What a partner answered to a call that worked.
 *
 * @param status the HTTP status, or the reply code of another protocol
 * @param latency from sending to the last byte
 */
public record PartnerAnswer(JsonNode body, int status, Duration latency) {}
