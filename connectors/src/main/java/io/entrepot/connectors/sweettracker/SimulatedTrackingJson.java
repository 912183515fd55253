package io.entrepot.connectors.sweettracker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parcels in SweetTracker's words. */
final class SimulatedTrackingJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Seoul"));
  private static final List<String> KINDS = List.of("집화완료", "배송중", "지점도착", "배송출발", "배송완료");
  private static final List<String> PLACES = List.of("군포Hub", "옥천Hub", "서울중구", "서울중구", "서울중구");

  private SimulatedTrackingJson() {}

  static Map<String, String> callback(SimulatedParcel parcel, int level, String secret) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("secret_value", secret);
    fields.put("fid", parcel.fid());
    fields.put("invoice_no", parcel.invoice());
    fields.put("level", Integer.toString(level));
    fields.put("time_trans", TIME.format(parcel.at(level)));
    fields.put("time_sweet", TIME.format(parcel.at(level)));
    fields.put("where", PLACES.get(level - SimulatedParcel.LEVEL_FIRST));
    fields.put("telno_office", "");
    fields.put("telno_man", "");
    fields.put("details", KINDS.get(level - SimulatedParcel.LEVEL_FIRST));
    fields.put("recv_addr", "");
    fields.put("recv_name", "");
    fields.put("send_name", "");
    fields.put("man", "");
    fields.put("estmate", "");
    fields.put("comcode", parcel.carrier());
    return fields;
  }

  static ObjectNode info(SimulatedParcel parcel) {
    int reached = parcel.level();
    boolean complete = reached == SimulatedParcel.LEVEL_LAST;
    ObjectNode info =
        JsonNodeFactory.instance
            .objectNode()
            .put("result", "Y")
            .put("complete", complete)
            .put("completeYN", complete ? "Y" : "N")
            .put("level", reached)
            .put("invoiceNo", parcel.invoice())
            .put("itemName", "")
            .put("orderNumber", "");
    for (int level = SimulatedParcel.LEVEL_FIRST; level <= reached; level++) {
      info.withArray("trackingDetails").add(detail(level, parcel.at(level)));
    }
    return info;
  }

  private static ObjectNode detail(int level, Instant at) {
    return JsonNodeFactory.instance
        .objectNode()
        .putNull("code")
        .put("kind", KINDS.get(level - SimulatedParcel.LEVEL_FIRST))
        .put("level", level)
        .put("where", PLACES.get(level - SimulatedParcel.LEVEL_FIRST))
        .put("time", at.getEpochSecond() * 1000)
        .put("timeString", TIME.format(at));
  }
}
