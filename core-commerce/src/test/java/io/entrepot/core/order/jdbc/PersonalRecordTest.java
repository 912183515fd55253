package io.entrepot.core.order.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrepot.core.order.Address;
import io.entrepot.core.order.Buyer;
import org.junit.jupiter.api.Test;

class PersonalRecordTest {
  @Test
  void readsBackWhatWasWrittenWithAndWithoutTheOptionalFields() {
    Buyer full = new Buyer("山田 花子", "hanako@buyer.test", "090", "ja", true);
    Buyer bare = new Buyer("Lee", null, null, "ko", false);
    Address address = new Address("Lee", "02", "04524", "KR", "서울", "중구", "세종대로", "3층");

    assertThat(PersonalRecord.readBuyer(PersonalRecord.write(full))).isEqualTo(full);
    assertThat(PersonalRecord.readBuyer(PersonalRecord.write(bare))).isEqualTo(bare);
    assertThat(PersonalRecord.readAddress(PersonalRecord.write(address))).isEqualTo(address);
  }

  @Test
  void aFormOfALaterVersionIsNotGuessedAt() {
    byte[] bytes = PersonalRecord.write(new Buyer("Lee", null, null, "ko", false));
    bytes[0] = 9;

    assertThatThrownBy(() -> PersonalRecord.readBuyer(bytes))
        .hasRootCauseMessage("form 9 is unknown to this version");
  }
}
