package io.entrepot.app.inbox;

/** Ends the reception of a notice; the door journals it and answers. */
final class NoticeRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final RefusalCode code;

  NoticeRefusal(RefusalCode code, String detail) {
    super(detail);
    this.code = code;
  }

  RefusalCode code() {
    return code;
  }
}
