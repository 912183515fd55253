package io.entrepot.app.imports;

import java.util.List;

/** The catalogue and the people of {@link SampleOrders}; nobody lives at these addresses. */
final class SampleData {
  static final List<String> HEADER =
      List.of(
          "order_no",
          "ordered_at",
          "sku",
          "product",
          "quantity",
          "unit_price",
          "shipping_fee",
          "buyer",
          "email",
          "phone",
          "language",
          "guest",
          "postcode",
          "country",
          "region",
          "city",
          "address1",
          "address2");

  static final int QUANTITY = HEADER.indexOf("quantity");
  static final int UNIT_PRICE = HEADER.indexOf("unit_price");
  static final int SHIPPING_FEE = HEADER.indexOf("shipping_fee");
  static final int BUYER = HEADER.indexOf("buyer");
  static final int COUNTRY = HEADER.indexOf("country");

  static final List<String> SIZES = List.of("S", "M", "L");

  /** A style; each comes in every size. */
  record Product(String code, String name, int won) {}

  /** A buyer and where to ship. */
  record Person(
      String name,
      String email,
      String phone,
      String language,
      String postcode,
      String country,
      String region,
      String city,
      String line1,
      String line2) {}

  static final List<Product> PRODUCTS =
      List.of(
          new Product("KNIT-01", "라운드 울 니트", 39_000),
          new Product("COAT-01", "핸드메이드 롱 코트", 189_000),
          new Product("DNM-01", "와이드 데님 팬츠", 49_000),
          new Product("TEE-01", "오가닉 코튼 티셔츠", 19_000),
          new Product("SHRT-01", "옥스퍼드 셔츠", 35_000),
          new Product("DRS-01", "플리츠 원피스", 69_000),
          new Product("SKRT-01", "체크 미니 스커트", 32_000),
          new Product("JKT-01", "경량 패딩 재킷", 99_000),
          new Product("CARD-01", "캐시미어 가디건", 129_000),
          new Product("SOCK-01", "립 삭스 3팩", 9_500),
          new Product("BAG-01", "나일론 토트백", 45_000),
          new Product("SCRF-01", "울 머플러", 29_000));

  static final List<Person> PEOPLE =
      List.of(
          korean("김서연", "seoyeon", "0001", "04524", "서울특별시", "중구", "세종대로 110", "3층"),
          korean("이도윤", "doyun", "0002", "06236", "서울특별시", "강남구", "테헤란로 152", "101동 1203호"),
          korean("박지우", "jiwoo", "0003", "48058", "부산광역시", "해운대구", "센텀중앙로 79", ""),
          korean("최하준", "hajun", "0004", "34126", "대전광역시", "유성구", "대학로 99", "502호"),
          korean("정수아", "sua", "0005", "61452", "광주광역시", "동구", "금남로 245", ""),
          korean("강은우", "eunwoo", "0006", "63122", "제주특별자치도", "제주시", "연북로 33", "별관"),
          korean("남궁민수", "minsu", "0007", "13529", "경기도", "성남시 분당구", "판교역로 166", "A동"),
          japanese("佐藤 葵", "aoi", "0001", "160-0023", "東京都", "新宿区", "西新宿2-8-1", "第一ビル405"),
          japanese("鈴木 蓮", "ren", "0002", "530-0001", "大阪府", "大阪市北区", "梅田3-1-3", ""),
          japanese("髙橋 陽菜", "hina", "0003", "810-0001", "福岡県", "福岡市中央区", "天神1-8-1", "2階"),
          japanese("渡邊 悠真", "yuma", "0004", "060-0042", "北海道", "札幌市中央区", "大通西4丁目", ""));

  private SampleData() {}

  private static Person korean(
      String name,
      String mail,
      String phone,
      String postcode,
      String region,
      String city,
      String line1,
      String line2) {
    return new Person(
        name,
        mail + "@sample-kr.test",
        "+82-10-0000-" + phone,
        "ko",
        postcode,
        "Korea",
        region,
        city,
        line1,
        line2);
  }

  private static Person japanese(
      String name,
      String mail,
      String phone,
      String postcode,
      String region,
      String city,
      String line1,
      String line2) {
    return new Person(
        name,
        mail + "@sample-jp.test",
        "+81-90-0000-" + phone,
        "ja",
        postcode,
        "Japan",
        region,
        city,
        line1,
        line2);
  }
}
