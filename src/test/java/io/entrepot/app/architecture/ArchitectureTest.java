package io.entrepot.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may import whom. Maven's modules are the first fence, these rules the second. */
class ArchitectureTest {
  private static final String CORE = "io.entrepot.core";
  private static final String CONNECTORS = "io.entrepot.connectors";
  private static final String APP = "io.entrepot.app";

  /** A later context may use an earlier one; never the other way. */
  private static final List<String> CONTEXTS_IN_ORDER =
      List.of("catalog", "inventory", "order", "payment", "fulfilment");

  private static final DescribedPredicate<JavaClass> A_SIMULATION =
      DescribedPredicate.describe(
          "a partner's simulation",
          type -> type.getName().matches(".*\\.(Simulated\\w+|\\w+Sandbox)(\\$.*)?"));

  @Test
  void theCoreKnowsNobody() {
    House.existing(CORE + "..");
    House.existing(CORE + "..jdbc..");

    classes()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            CORE + "..",
            "java..",
            "javax.sql..",
            "org.slf4j..",
            "org.jspecify..",
            "org.springframework.jdbc..",
            "org.springframework.dao..",
            "org.springframework.transaction..",
            "org.springframework.stereotype..")
        .check(House.CLASSES);
  }

  @Test
  void rulesOfTheCoreDoWithoutSpring() {
    House.existing(CORE + "..");

    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .and(not(resideInAPackage(CORE + "..jdbc..")))
        .and()
        .haveSimpleNameNotEndingWith("Handler")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(House.CLASSES);
  }

  @Test
  void whatStandsBelowAContextIsItsOwn() {
    for (String context : House.children(CORE)) {
      boolean hasInside =
          House.CLASSES.stream()
              .anyMatch(type -> type.getPackageName().startsWith(CORE + "." + context + "."));
      if (hasInside) {
        noClasses()
            .that()
            .resideOutsideOfPackage(CORE + "." + context + "..")
            .should()
            .dependOnClassesThat(
                resideInAPackage(CORE + "." + context + "..")
                    .and(not(resideInAPackage(CORE + "." + context))))
            .check(House.CLASSES);
      }
    }
    House.existing(CORE + ".order.jdbc");
  }

  @Test
  void contextsDependOneWay() {
    slices().matching(CORE + ".(*)..").should().beFreeOfCycles().check(House.CLASSES);

    for (int i = 0; i < CONTEXTS_IN_ORDER.size(); i++) {
      String earlier = CONTEXTS_IN_ORDER.get(i);
      House.existing(CORE + "." + earlier + "..");
      String[] later =
          CONTEXTS_IN_ORDER.stream()
              .skip(i + 1L)
              .map(context -> CORE + "." + context + "..")
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(CORE + "." + earlier + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .check(House.CLASSES);
      }
    }
  }

  @Test
  void nobodyBelowImportsTheApplication() {
    House.existing(APP + "..");
    House.existing(CONNECTORS + "..");

    noClasses()
        .that()
        .resideInAnyPackage(CORE + "..", CONNECTORS + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(APP + "..")
        .check(House.CLASSES);
    noClasses()
        .that()
        .resideInAPackage(CORE + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CONNECTORS + "..")
        .check(House.CLASSES);
  }

  @Test
  void aPartnerKnowsNoOtherPartner() {
    Set<String> partners = partners();
    assertThat(partners).contains("tosspayments", "wms", "sweettracker", "mail");

    for (String partner : partners) {
      String[] others =
          partners.stream()
              .filter(other -> !other.equals(partner))
              .map(other -> CONNECTORS + "." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(CONNECTORS + "." + partner + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(House.CLASSES);
    }
  }

  @Test
  void aPartnerShowsOnlyItsConnector() {
    for (String partner : partners()) {
      Set<String> visible =
          House.CLASSES.stream()
              .filter(type -> type.getPackageName().equals(CONNECTORS + "." + partner))
              .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
              .filter(JavaClass::isTopLevelClass)
              .map(JavaClass::getSimpleName)
              .collect(Collectors.toCollection(TreeSet::new));
      if (declared().contains(partner)) {
        // The file is the connector; the package simulates it.
        assertThat(visible).as("public types of the declared partner %s", partner).isEmpty();
      } else {
        assertThat(visible).as("public types of partner %s", partner).hasSize(1);
        assertThat(visible.iterator().next()).endsWith("Connector");
      }
    }
  }

  @Test
  void aDeclaredPartnersPackageOnlySimulatesIt() {
    assertThat(declared()).as("declared partners").isNotEmpty();

    for (String partner : declared()) {
      House.CLASSES.stream()
          .filter(type -> type.getPackageName().equals(CONNECTORS + "." + partner))
          .filter(type -> !type.getSimpleName().equals("package-info"))
          .forEach(type -> assertThat(A_SIMULATION.test(type)).as(type.getName()).isTrue());
    }
  }

  @Test
  void aSandboxSharesNothingWithItsClientButTheWire() {
    House.existing(CONNECTORS + ".spi.sandbox");

    House.existing(CONNECTORS + ".wms");
    String[] partners =
        partners().stream()
            .map(partner -> CONNECTORS + "." + partner + "..")
            .toArray(String[]::new);

    noClasses()
        .that(resideInAnyPackage(partners).and(A_SIMULATION))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(CONNECTORS + ".http..")
                .or(resideInAnyPackage(partners).and(not(A_SIMULATION))))
        .check(House.CLASSES);
  }

  @Test
  void theApplicationKnowsNoPartner() {
    House.existing(APP + "..");
    String[] packages =
        partners().stream()
            .map(partner -> CONNECTORS + "." + partner + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(APP + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(House.CLASSES);
  }

  @Test
  void packagesOfTheApplicationHaveNoCycles() {
    House.existing(APP + ".message");

    slices().matching(APP + ".(*)..").should().beFreeOfCycles().check(House.CLASSES);
  }

  @Test
  void whatIsNeededIsGivenToTheConstructor() {
    House.existing("io.entrepot..");

    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .check(House.CLASSES);
  }

  @Test
  void namesSayWhatAThingIs() {
    House.existing("io.entrepot..");

    noClasses()
        .that()
        .resideInAPackage("io.entrepot..")
        .should()
        .haveNameMatching(
            ".*\\.(\\w*(Util|Utils|Helper|Helpers|Manager|Impl)|Base[A-Z]\\w*|Common\\w*)$")
        .check(House.CLASSES);
  }

  private static Set<String> partners() {
    return House.children(CONNECTORS).stream()
        .filter(name -> !Set.of("spi", "http").contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Package names of the partners that are files. */
  private static Set<String> declared() {
    return House.files("connectors/declared", ".yaml").stream()
        .map(file -> file.getFileName().toString().replace(".yaml", "").replace("-", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
