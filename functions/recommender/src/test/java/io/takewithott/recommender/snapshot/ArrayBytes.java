package io.takewithott.recommender.snapshot;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What data takes on the heap: the contents of the primitive arrays behind our own objects. */
public final class ArrayBytes {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private long bytes;

  private ArrayBytes() {}

  /** What these objects hold together, an array that they share only once. */
  public static long reachableFrom(Object... roots) {
    ArrayBytes count = new ArrayBytes();
    try {
      for (Object root : roots) {
        count.visit(root);
      }
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
    return count.bytes;
  }

  private void visit(Object object) throws IllegalAccessException {
    if (object == null || !seen.add(object)) {
      return;
    }
    if (object.getClass().isArray()) {
      bytes += Array.getLength(object) * elementBytes(object.getClass().getComponentType());
    } else if (object.getClass().getName().startsWith("io.takewithott.")) {
      for (Field field : object.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          visit(field.get(object));
        }
      }
    }
  }

  private static long elementBytes(Class<?> type) {
    if (type == long.class) {
      return Long.BYTES;
    }
    if (type == int.class || type == float.class) {
      return Integer.BYTES;
    }
    if (type == byte.class) {
      return Byte.BYTES;
    }
    throw new IllegalStateException("An array of " + type + " has a size not known here");
  }
}
