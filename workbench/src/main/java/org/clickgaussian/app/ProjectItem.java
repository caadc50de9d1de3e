package org.clickgaussian.app;

import java.nio.file.Path;
import org.clickgaussian.project.FolderEntry;
import org.clickgaussian.project.RunEntry;

/** A row of the project tree. */
sealed interface ProjectItem {
  /**
   * What the row stands for, whatever is told of it: rows of the same thing follow each other while
   * the project is looked at again.
   */
  default Object thing() {
    return switch (this) {
      case Group group -> group;
      case Empty empty -> empty;
      case Scene scene -> scene.path();
      case Masks masks -> masks.entry().folder();
      case Run run -> run.entry().folder();
      case Annotation annotation -> annotation.entry().folder();
    };
  }

  /** The heading of a group. */
  record Group(String title) implements ProjectItem {}

  /** Says that a group is empty, and on demand what would fill it. */
  record Empty(String words, String hint) implements ProjectItem {}

  /** A scene, the open one or one beside it. */
  record Scene(Path path, boolean open) implements ProjectItem {}

  /** A mask set. */
  record Masks(FolderEntry entry) implements ProjectItem {}

  /** A run. */
  record Run(RunEntry entry, boolean inUse) implements ProjectItem {}

  /** Annotated truth. */
  record Annotation(FolderEntry entry) implements ProjectItem {}
}
