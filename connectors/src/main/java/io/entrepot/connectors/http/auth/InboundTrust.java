package io.entrepot.connectors.http.auth;

import io.entrepot.connectors.spi.NoticeRefused;
import io.entrepot.connectors.spi.RawNotice;
import io.entrepot.connectors.spi.Trust;

/** Says whether a notice comes from the partner. Over raw bytes, before anything is read. */
public interface InboundTrust {
  Trust trust();

  /**
   * Returns if the notice may be believed as far as {@link #trust} goes.
   *
   * @throws NoticeRefused NOT_TRUSTED or TOO_OLD
   * @throws io.entrepot.connectors.spi.SettingException naming a secret that is not set
   */
  void check(RawNotice notice) throws NoticeRefused;
}
