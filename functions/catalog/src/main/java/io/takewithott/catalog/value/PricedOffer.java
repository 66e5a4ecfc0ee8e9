package io.takewithott.catalog.value;

/**
 * Something that opens a service for a monthly price: a plan, or a seat in somebody's party, which
 * differs in nothing here.
 *
 * @param key names it among others
 * @param monthlyWon 0 for what costs nothing
 */
public record PricedOffer(
    String key, String service, String name, int monthlyWon, boolean withAds) {
  public PricedOffer {
    if (monthlyWon < 0) {
      throw new IllegalArgumentException(key + " costs " + monthlyWon + " won");
    }
  }
}
