package io.entrepot.app.credential;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.entrepot.app.embedded.StartRefused;
import io.entrepot.app.keys.KeyRing;
import io.entrepot.app.keys.KeyRotation;
import io.entrepot.app.problem.ProblemException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/ops/keys}: the ids of the key ring's keys, and their rotation; never a key. */
@RestController
@RequestMapping("/api/v1/ops/keys")
final class KeysApi {
  private static final String RING = "key-ring";

  private final KeyRing ring;
  private final KeyRotation rotation;
  private final Reencryption reencryption;
  private final ReencryptionRunner runner;
  private final ChangeLog log;

  KeysApi(
      KeyRing ring,
      KeyRotation rotation,
      Reencryption reencryption,
      ReencryptionRunner runner,
      ChangeLog log) {
    this.ring = ring;
    this.rotation = rotation;
    this.reencryption = reencryption;
    this.runner = runner;
    this.log = log;
  }

  /**
   * A key without the key.
   *
   * @param active whether new texts are sealed with it
   * @param credentials secrets and tokens that it seals; personal data are not counted
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record KeyView(String id, boolean active, long credentials) {}

  @GetMapping
  List<KeyView> list() {
    Map<String, Long> counts = reencryption.countsByKey();
    String current = ring.currentId();
    return ring.ids().stream()
        .map(id -> new KeyView(id, id.equals(current), counts.getOrDefault(id, 0L)))
        .toList();
  }

  /** A key that nothing is sealed with yet, so that it can first be carried to every node. */
  @PostMapping
  List<KeyView> add(Principal who) {
    String id = changed(rotation::add);
    log.write(who.getName(), RING, id, "added");
    return list();
  }

  @PostMapping("/{id}/activate")
  List<KeyView> activate(@PathVariable String id, Principal who) {
    changed(
        () -> {
          rotation.activate(id);
          return id;
        });
    log.write(who.getName(), RING, id, "made active");
    runner.soon();
    return list();
  }

  /** Adds a key and seals with it from now on; what old keys sealed is sealed anew meanwhile. */
  @PostMapping("/rotate")
  List<KeyView> rotate(Principal who) {
    String id = changed(rotation::rotate);
    log.write(who.getName(), RING, id, "added and made active");
    runner.soon();
    return list();
  }

  @PostMapping("/reencrypt")
  Reencryption.Result reencrypt(Principal who) {
    log.write(who.getName(), RING, ring.currentId(), "credentials sealed anew");
    return reencryption.run();
  }

  private static String changed(Supplier<String> change) {
    try {
      return change.get();
    } catch (StartRefused e) {
      throw new ProblemException(
          HttpStatus.CONFLICT, "key-ring-unchanged", String.valueOf(e.getMessage()));
    }
  }
}
