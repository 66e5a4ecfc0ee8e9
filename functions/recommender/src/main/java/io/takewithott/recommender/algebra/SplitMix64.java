package io.takewithott.recommender.algebra;

/** Numbers as if by chance that depend on nothing but a key (Steele, Lea, Flood: OOPSLA 2014). */
public final class SplitMix64 {
  private SplitMix64() {}

  public static long mixed(long key) {
    long z = key + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
