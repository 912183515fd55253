package io.entrepot.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskerTest {
  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'receiver':{'name':'김민준','phone':'010-1234-5678'}}"
            + " | {'receiver':{'name':'김**','phone':'***78'}}",
        "{'shipTo':{'line1':'1 Main St','city':'Seoul','country':'KR','postcode':'04524'}}"
            + " | {'shipTo':{'line1':'***','city':'***','country':'KR','postcode':'***'}}",
        "{'to':'a@b.test','html':'<p>Dear Kim</p>'}"
            + " | {'to':'***@***','html':'*** (15 characters)'}",
        "{'secret_value':'s3','X-Api-Key':'k','access_token':{'value':'t'}}"
            + " | {'secret_value':'***','X-Api-Key':'***','access_token':'***'}",
        "{'note':'call 010-1234-5678 or mail kim@shop.test'}"
            + " | {'note':'call ***78 or mail ***@***'}",
        "{'lines':[{'sku':'A','name':'Red shirt','qty':2}]}"
            + " | {'lines':[{'sku':'A','name':'Red shirt','qty':2}]}",
        "{'orderName':'셔츠 외 2건','amount':'15000 KRW','paymentKey':'pk_1'}"
            + " | {'orderName':'셔츠 외 2건','amount':'15000 KRW','paymentKey':'pk_1'}",
        "{'emails':['a@b.test','c@d.test'],'accountNumber':'110-222-333444'}"
            + " | {'emails':['***@***','***@***'],'accountNumber':'***3444'}",
        "{'recv_name':'박','recv_addr':'서울시','telno_man':'0212345678','man':'이기사'}"
            + " | {'recv_name':'박**','recv_addr':'***','telno_man':'***78','man':'이**'}",
        "{'buyerName':null,'tracking_no':'123456789012'}"
            + " | {'buyerName':null,'tracking_no':'123456789012'}",
      })
  void hidesWhatIsPersonalAndLeavesTheRest(String given, String shown)
      throws JsonProcessingException {
    assertThat(Masker.mask(json.readTree(given.replace('\'', '"'))))
        .isEqualTo(json.readTree(shown.replace('\'', '"')));
  }

  @Test
  void errorTextsLoseAddressesNumbersAndCredentials() {
    assertThat(Masker.text("kim@shop.test at +82 10-1234-5678: Authorization: Bearer abc.def"))
        .isEqualTo("***@*** at ***78: Authorization: Bearer ***");
  }

  @Test
  void identifiersInErrorTextsStay() {
    String text = "order 0193f6a0-1111-7222-8333-0123456789ab, waybill 123456789012, 15000 KRW";

    assertThat(Masker.text(text)).isEqualTo(text);
  }

  @Test
  void theShapeOfAStrangersBodyShowsFieldNamesOnly() {
    assertThat(Masker.shape("{\"user\": \"Kim 7\", \"n\":\u000012}", 100))
        .isEqualTo("{\"user\": \"xxx 9\", \"n\": 99}");
    assertThat(Masker.shape("abcdef", 3)).isEqualTo("xxx…");
  }
}
