package io.entrepot.app.inbox;

import io.entrepot.connectors.spi.NoticeRefused;
import org.springframework.http.HttpStatus;

/** Why a notice was not let in, and what its sender hears. */
enum RefusalCode {
  NOTICE_UNKNOWN("notice-unknown", HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
  BODY_TOO_LARGE("body-too-large", HttpStatus.PAYLOAD_TOO_LARGE),
  BODY_UNREADABLE("body-unreadable", HttpStatus.BAD_REQUEST),
  SIGNATURE_INVALID("signature-invalid", HttpStatus.UNAUTHORIZED),
  TIMESTAMP_OUT_OF_RANGE("timestamp-out-of-range", HttpStatus.UNAUTHORIZED),
  PARTNER_NOT_CONFIGURED("partner-not-configured", HttpStatus.SERVICE_UNAVAILABLE);

  private final String code;
  private final HttpStatus status;

  RefusalCode(String code, HttpStatus status) {
    this.code = code;
    this.status = status;
  }

  static RefusalCode of(NoticeRefused.Reason reason) {
    return switch (reason) {
      case NOT_TRUSTED -> SIGNATURE_INVALID;
      case TOO_OLD -> TIMESTAMP_OUT_OF_RANGE;
      case UNREADABLE -> BODY_UNREADABLE;
    };
  }

  String code() {
    return code;
  }

  HttpStatus status() {
    return status;
  }
}
