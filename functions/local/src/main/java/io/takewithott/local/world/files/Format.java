package io.takewithott.local.world.files;

import io.takewithott.local.world.Contents;
import io.takewithott.local.world.TitleLink;
import java.util.List;

/** One form of published rating data. */
interface Format {

  /** {@code MovieLens 1M}. */
  String name();

  /** What a folder of this form holds, for people. */
  String shape();

  boolean recognises(Folder folder);

  /** The files that are read, those that every such folder has first. */
  List<String> files(Folder folder);

  /** Hands on every title, then every rating. */
  void read(Folder folder, Intake intake);

  /** Which of the titles are known elsewhere, where the data says so. */
  default List<TitleLink> links(Folder folder, Contents contents) {
    return List.of();
  }
}
