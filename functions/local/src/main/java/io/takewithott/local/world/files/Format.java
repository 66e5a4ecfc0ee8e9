package io.takewithott.local.world.files;

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
}
