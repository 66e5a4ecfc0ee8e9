package io.takewithott.cloud.tmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The titles that there are. */
public final class TmdbBook {
  private final Map<String, TmdbTitle> titles = new HashMap<>();

  public synchronized void put(Collection<TmdbTitle> more) {
    more.forEach(title -> titles.put(key(title.kind(), title.id()), title));
  }

  /** Changes a title that is there. */
  public synchronized void change(String kind, long id, UnaryOperator<TmdbTitle> change) {
    titles.computeIfPresent(key(kind, id), (key, title) -> change.apply(title));
  }

  /** From now on there is no such title, though lists may still name it. */
  public synchronized Optional<TmdbTitle> remove(String kind, long id) {
    return Optional.ofNullable(titles.remove(key(kind, id)));
  }

  public synchronized Optional<TmdbTitle> find(String kind, long id) {
    return Optional.ofNullable(titles.get(key(kind, id)));
  }

  public synchronized int size() {
    return titles.size();
  }

  /** Those of a kind that the filter wants, the most popular first. */
  synchronized List<TmdbTitle> popular(String kind, Predicate<TmdbTitle> filter) {
    List<TmdbTitle> list = new ArrayList<>();
    for (TmdbTitle title : titles.values()) {
      if (title.kind().equals(kind) && !title.adult() && filter.test(title)) {
        list.add(title);
      }
    }
    list.sort(
        Comparator.comparingInt(TmdbTitle::popularity).reversed().thenComparingLong(TmdbTitle::id));
    return list;
  }

  private static String key(String kind, long id) {
    return kind + "/" + id;
  }
}
