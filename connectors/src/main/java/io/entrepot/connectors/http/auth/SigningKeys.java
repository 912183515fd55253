package io.entrepot.connectors.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import io.entrepot.connectors.spi.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Turns the text of a setting into a key that signs: PEM (PKCS #8), or the text itself. */
final class SigningKeys {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private SigningKeys() {}

  static JWSSigner signer(JWSAlgorithm algorithm, Secret secret) throws JOSEException {
    if (JWSAlgorithm.HS256.equals(algorithm)) {
      return new MACSigner(secret.reveal());
    }
    if (JWSAlgorithm.RS256.equals(algorithm)) {
      return new RSASSASigner(key("RSA", secret));
    }
    if (key("EC", secret) instanceof ECPrivateKey key) {
      return new ECDSASigner(key);
    }
    throw new SecretFormException("is no EC key");
  }

  static String wanted(JWSAlgorithm algorithm) {
    if (JWSAlgorithm.HS256.equals(algorithm)) {
      return "must be a text of 32 characters or more to sign with HS256";
    }
    String kind = JWSAlgorithm.RS256.equals(algorithm) ? "RSA, 2048 bits or more" : "EC, P-256";
    return ("must be a private key (%s) in PEM that starts with '%s';"
            + " openssl pkcs8 -topk8 -nocrypt -in KEY makes one")
        .formatted(kind, BEGIN);
  }

  private static PrivateKey key(String kind, Secret secret) {
    String text = secret.reveal().strip();
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new SecretFormException("is no PEM");
    }
    try {
      // Environment variables often carry the line ends as backslash and n.
      String base64 = text.substring(begin + BEGIN.length(), end).replace("\\n", "");
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SecretFormException("is no " + kind + " key");
    }
  }
}
