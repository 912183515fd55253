package io.entrepot.app.mapping;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in force when a node starts: of each name what was promoted last; of a name that was
 * never promoted the file of the operator's own folder, or else the jar's.
 */
final class StartingMappings {
  private static final Logger LOG = LoggerFactory.getLogger(StartingMappings.class);

  private final MappingFolder folder;

  private StartingMappings(MappingFolder folder) {
    this.folder = folder;
  }

  /**
   * Compiles all of them.
   *
   * @throws MappingFileException if one cannot be put in force
   */
  static MappingsInForce load(MappingFolder folder, Map<String, MappingBundle> promoted) {
    StartingMappings starting = new StartingMappings(folder);
    Map<String, Candidate> byName = new TreeMap<>();
    for (String name : new TreeSet<>(folder.names())) {
      if (!promoted.containsKey(name)) {
        byName.put(name, starting.fromFolder(name));
      }
    }
    promoted.forEach((name, bundle) -> byName.put(name, starting.promoted(bundle)));
    return new MappingsInForce(byName);
  }

  private Candidate fromFolder(String name) {
    byte[] file = folder.find(MappingBundle.path(name));
    if (file == null) {
      throw new MappingFileException(MappingBundle.path(name), "", "vanished while it was read");
    }
    return MappingReader.read(name, file, folder);
  }

  /** Another release may not take what an earlier one took: then a file in the folder mends it. */
  private Candidate promoted(MappingBundle bundle) {
    try {
      return MappingReader.read(bundle);
    } catch (MappingFileException refused) {
      byte[] mended = folder.findOwn(MappingBundle.path(bundle.name()));
      if (mended == null || Arrays.equals(mended, bundle.file())) {
        throw new MappingFileException(
            MappingBundle.path(bundle.name()),
            "version "
                + bundle.version()
                + " was promoted, and this release cannot use it; put a"
                + " file that it can use in the definitions folder. "
                + refused.getMessage(),
            refused);
      }
      LOG.warn(
          "{}: the promoted version {} cannot be used by this release, the definitions folder's"
              + " file is in force instead; promote it. {}",
          bundle.name(),
          bundle.version(),
          refused.getMessage());
      return fromFolder(bundle.name());
    }
  }
}
