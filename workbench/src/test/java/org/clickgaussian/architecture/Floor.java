package org.clickgaussian.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The modules as floors of a house, by the packages that live on them.
 *
 * <p>A package name covers the packages below it. Upper floors may use lower ones, as listed.
 */
enum Floor {
  STYLES(List.of("style"), List.of()),
  RENDERING_GL(List.of("gl", "image", "io", "math", "scene", "splat", "work"), List.of()),
  ANNOTATION(List.of("mask", "sam", "truth"), List.of(RENDERING_GL)),
  SAMPLE_SCENES(List.of("samples"), List.of(RENDERING_GL, ANNOTATION)),
  TRAINER(
      List.of(
          "cluster",
          "evaluation",
          "experiment",
          "feature",
          "kernel",
          "loss",
          "reference",
          "selection",
          "training"),
      List.of(RENDERING_GL, ANNOTATION)),
  WORKBENCH(
      List.of(
          "app",
          "cli",
          "clusters",
          "compare",
          "curves",
          "document",
          "features",
          "masks",
          "project",
          "runs",
          "settings",
          "task",
          "text",
          "tuning",
          "viewport"),
      List.of(STYLES, RENDERING_GL, ANNOTATION, SAMPLE_SCENES, TRAINER));

  private static final String ROOT = "org.clickgaussian.";

  private final List<String> packages;
  private final List<Floor> mayUse;

  Floor(List<String> packages, List<Floor> mayUse) {
    this.packages = packages;
    this.mayUse = mayUse;
  }

  static Optional<Floor> of(JavaClass type) {
    return Arrays.stream(values()).filter(floor -> floor.holds(type)).findFirst();
  }

  private boolean holds(JavaClass type) {
    String name = type.getPackageName() + ".";
    return packages.stream().anyMatch(each -> name.startsWith(ROOT + each + "."));
  }

  DescribedPredicate<JavaClass> contains() {
    return DescribedPredicate.describe("live on floor " + this, this::holds);
  }

  DescribedPredicate<JavaClass> mayNotUse() {
    return DescribedPredicate.describe(
        "live on a floor that " + this + " may not use",
        type -> of(type).filter(floor -> floor != this && !mayUse.contains(floor)).isPresent());
  }
}
