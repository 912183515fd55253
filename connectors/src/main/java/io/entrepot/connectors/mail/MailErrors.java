package io.entrepot.connectors.mail;

import io.entrepot.connectors.spi.ErrorClass;
import io.entrepot.connectors.spi.PartnerException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Reply codes of RFC 5321: 4xx may work later, 5xx will not. The server's text may hold addresses
 * and is left out.
 */
final class MailErrors {
  private MailErrors() {}

  static PartnerException of(MessagingException failure) {
    for (Throwable e = failure; e != null; e = next(e)) {
      int code = replyCode(e);
      if (code > 0) {
        return replied(code);
      }
      if (e instanceof AuthenticationFailedException) {
        return failed(ErrorClass.OUR_BUG, "SMTP_AUTH", "user or password is not accepted");
      }
      if (e instanceof SocketTimeoutException && !(failure instanceof MailConnectException)) {
        return failed(ErrorClass.TIMEOUT, "TIMEOUT", "no answer in time");
      }
      if (e instanceof ConnectException
          || e instanceof UnknownHostException
          || e instanceof MailConnectException
          || e instanceof SSLException) {
        return failed(ErrorClass.REFUSED_CONNECTION, "REFUSED_CONNECTION", "no connection");
      }
    }
    // Cut off after the mail was under way: it may have been taken.
    return failed(ErrorClass.TIMEOUT, "CONNECTION_LOST", "the connection broke");
  }

  private static @Nullable Throwable next(Throwable e) {
    return e instanceof MessagingException chained && chained.getNextException() != null
        ? chained.getNextException()
        : e.getCause();
  }

  private static int replyCode(Throwable e) {
    if (e instanceof SMTPAddressFailedException refused) {
      return refused.getReturnCode();
    }
    if (e instanceof SMTPSenderFailedException refused) {
      return refused.getReturnCode();
    }
    return e instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
  }

  private static PartnerException replied(int code) {
    ErrorClass errorClass =
        code == 530 || code == 535
            ? ErrorClass.OUR_BUG
            : code >= 500 ? ErrorClass.CLIENT_ERROR : ErrorClass.SERVER_ERROR;
    return failed(errorClass, "SMTP_" + code, "the server answered " + code);
  }

  private static PartnerException failed(ErrorClass errorClass, String code, String text) {
    return new PartnerException(errorClass, code, "mail server: " + text);
  }
}
