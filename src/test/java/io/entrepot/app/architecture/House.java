package io.entrepot.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the architecture rules look at: the classes of the three modules, and the project's files.
 */
final class House {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.entrepot");

  static final Path ROOT =
      Path.of(System.getProperty("entrepot.root", Path.of("").toAbsolutePath().toString()));

  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", ".entrepot", "node_modules", ".idea", ".vscode");

  private House() {}

  /**
   * The names of all classes in packages that match; a rule over no class checks nothing, so an
   * empty side fails.
   */
  static Set<String> existing(String packagePattern) {
    PackageMatcher matcher = PackageMatcher.of(packagePattern);
    Set<String> found =
        CLASSES.stream()
            .filter(type -> matcher.matches(type.getPackageName()))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found)
        .as("classes in %s: this rule would check nothing", packagePattern)
        .isNotEmpty();
    return found;
  }

  /** The direct sub-packages of a package that hold classes, by their simple name. */
  static Set<String> children(String parent) {
    Set<String> names =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(parent + "."))
            .map(name -> name.substring(parent.length() + 1).split("\\.")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names).as("sub-packages of %s: this rule would check nothing", parent).isNotEmpty();
    return names;
  }

  /**
   * All files below a folder of the project that end so; never those that a build or a run made.
   */
  static List<Path> files(String folder, String... endings) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT.resolve(folder),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return NOT_OURS.contains(dir.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              for (String ending : endings) {
                if (file.getFileName().toString().endsWith(ending)) {
                  found.add(file);
                }
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    assertThat(found).as("files in %s: this rule would check nothing", folder).isNotEmpty();
    return found;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
