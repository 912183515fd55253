package io.entrepot.core.order.jdbc;

import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Buyer and address as bytes, before they are sealed: a form number, then the fields in order. A
 * field added later gets a new number, and old rows stay readable.
 */
final class PersonalRecord {
  private static final int FORM = 1;

  private PersonalRecord() {}

  static byte[] write(Buyer buyer) {
    return write(
        out -> {
          text(out, buyer.name());
          text(out, buyer.email());
          text(out, buyer.phone());
          text(out, buyer.language());
          out.writeBoolean(buyer.guest());
        });
  }

  static Buyer readBuyer(byte[] bytes) {
    return read(bytes, in -> new Buyer(must(in), text(in), text(in), must(in), in.readBoolean()));
  }

  static byte[] write(Address address) {
    return write(
        out -> {
          text(out, address.name());
          text(out, address.phone());
          text(out, address.postcode());
          text(out, address.country());
          text(out, address.region());
          text(out, address.city());
          text(out, address.line1());
          text(out, address.line2());
        });
  }

  static Address readAddress(byte[] bytes) {
    return read(
        bytes,
        in ->
            new Address(
                must(in), text(in), text(in), must(in), text(in), text(in), must(in), text(in)));
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static String must(DataInputStream in) throws IOException {
    String text = text(in);
    if (text == null) {
      throw new IOException("a field that every record has is missing");
    }
    return text;
  }

  private static byte[] write(Writing writing) {
    try {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      out.writeByte(FORM);
      writing.to(out);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("personal data too long to be kept", e);
    }
  }

  private static <T> T read(byte[] bytes, Reading<T> reading) {
    try {
      var in = new DataInputStream(new ByteArrayInputStream(bytes));
      int form = in.readByte();
      if (form != FORM) {
        throw new IOException("form " + form + " is unknown to this version");
      }
      return reading.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException("personal data cannot be read", e);
    }
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }
}
