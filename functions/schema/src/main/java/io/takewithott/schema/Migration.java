package io.takewithott.schema;

import io.takewithott.core.objects.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One numbered step of the schema.
 *
 * @param name number and subject, such as {@code 001_accounts}
 * @param checksum of the text as shipped: a step that has been applied may never change
 */
record Migration(String name, String checksum, List<String> statements) {

  /** Every step, in order. A new one is a file in {@code migrations} and a line here. */
  private static final List<String> NAMES =
      List.of(
          "001_accounts",
          "002_catalogue",
          "003_ratings",
          "004_imports",
          "005_dismissed_titles",
          "006_release_dates",
          "007_sessions",
          "010_social",
          "012_profiles",
          "013_follows",
          "014_email_changes",
          "020_title_stats",
          "021_offers",
          "022_plans",
          "023_title_pictures",
          "024_row_opens",
          "025_search",
          "026_line_suggestions",
          "030_opinions",
          "031_reviews",
          "032_board",
          "037_sockets",
          "040_parties",
          "041_ledger",
          "042_orders",
          "043_claims",
          "044_settlements",
          "050_chat",
          "051_notifications",
          "060_title_links",
          "061_tmdb_import",
          "065_vaults",
          "066_sealed_billing_keys",
          "067_screens",
          "068_receipts",
          "069_desk",
          "070_open_seats",
          "071_recovery_clock",
          "072_password_changed",
          "073_company");

  static List<Migration> all() {
    return NAMES.stream().map(Migration::load).toList();
  }

  static Migration of(String name, String text) {
    return new Migration(
        name, Checksum.sha256(text.getBytes(StandardCharsets.UTF_8)), SqlScript.statements(text));
  }

  private static Migration load(String name) {
    return of(name, Resource.text("/migrations/" + name + ".sql"));
  }
}
