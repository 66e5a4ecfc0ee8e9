package io.takewithott.catalog.picture;

import io.takewithott.catalog.picture.PosterStore.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The poster of a title that has none: its name, on the colour of its genre. The same title is
 * always drawn the same.
 */
final class DrawnPoster {
  private static final int WIDTH = 300;
  private static final int HEIGHT = 450;
  private static final int LEFT = 28;
  private static final double LINE = 1.18;

  /** Where the last line of the name stands. */
  private static final int BASE = 384;

  private static final int OTHER_HUE = 222;

  private static final Map<String, Integer> HUES =
      Map.ofEntries(
          Map.entry("action", 8),
          Map.entry("adventure", 28),
          Map.entry("animation", 190),
          Map.entry("comedy", 45),
          Map.entry("crime", 350),
          Map.entry("documentary", 205),
          Map.entry("drama", 262),
          Map.entry("family", 95),
          Map.entry("fantasy", 285),
          Map.entry("history", 34),
          Map.entry("horror", 0),
          Map.entry("music", 310),
          Map.entry("mystery", 240),
          Map.entry("romance", 335),
          Map.entry("sf", 172),
          Map.entry("sports", 140),
          Map.entry("thriller", 215),
          Map.entry("war", 80),
          Map.entry("western", 20));

  private DrawnPoster() {}

  static String svg(Subject subject) {
    int hue = HUES.getOrDefault(subject.genre() == null ? "" : subject.genre(), OTHER_HUE);
    TitleLines title = TitleLines.of(subject.title());
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" lang="ko">\
        <title>%3$s</title>\
        <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">\
        <stop offset="0" stop-color="hsl(%4$d,46%%,36%%)"/><stop offset="1" stop-color="hsl(%5$d,52%%,13%%)"/>\
        </linearGradient></defs><rect width="%1$d" height="%2$d" fill="url(#g)"/>"""
            .formatted(
                WIDTH, HEIGHT, escaped(String.join(" ", title.lines())), hue, (hue + 28) % 360));
    svg.append(ornament(subject.titleId(), hue));
    svg.append(text(title));
    svg.append(
        """
        <rect x="%1$d" y="404" width="34" height="3" fill="hsl(%2$d,80%%,66%%)"/>\
        <text x="%1$d" y="428" fill="#fff" fill-opacity=".72" font-family="sans-serif" font-size="14">%3$s</text></svg>
        """
            .formatted(LEFT, hue, subject.year() == null ? "" : subject.year()));
    return svg.toString();
  }

  /** Three rings, placed by the title's number. */
  private static String ornament(long titleId, int hue) {
    StringBuilder rings = new StringBuilder();
    long seed = titleId * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < 3; i++) {
      int x = (int) Math.floorMod(seed >>> (i * 12), 220L) + 60;
      int y = (int) Math.floorMod(seed >>> (i * 12 + 6), 150L) + 30;
      int radius = 34 + 26 * i;
      rings.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"none\" stroke=\"hsl(%d,70%%,70%%)\""
                  + " stroke-opacity=\".16\" stroke-width=\"%d\"/>",
              x,
              y,
              radius,
              (hue + 40 * i) % 360,
              14 - 3 * i));
    }
    return rings.toString();
  }

  private static String text(TitleLines title) {
    List<String> lines = title.lines();
    StringBuilder text =
        new StringBuilder(
            ("<text fill=\"#fff\" font-family=\"'Apple SD Gothic Neo','Noto Sans KR','Noto Sans CJK"
                    + " KR',sans-serif\" font-weight=\"700\" font-size=\"%d\">")
                .formatted(title.size()));
    for (int i = 0; i < lines.size(); i++) {
      long y = BASE - Math.round((lines.size() - 1 - i) * title.size() * LINE);
      text.append(
          "<tspan x=\"%d\" y=\"%d\">%s</tspan>".formatted(LEFT, y, escaped(lines.get(i))));
    }
    return text.append("</text>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
