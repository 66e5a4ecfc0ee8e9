package io.takewithott.auth.photo;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The picture of somebody without a photo: the first letter of the nickname on a colour of its own.
 */
final class DrawnPicture {
  /** What is one character to a reader, even if it is written with several. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  /** An emoji of a family has some; more is a prank. */
  private static final int MOST_CODE_UNITS = 24;

  private static final int DEGREES = 360;

  private DrawnPicture() {}

  static byte[] svg(String nickname) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128" width="128" height="128">\
        <rect width="128" height="128" fill="hsl(%d,45%%,42%%)"/>\
        <text x="64" y="64" dy=".35em" fill="#fff" font-family="sans-serif" font-size="64" \
        text-anchor="middle">%s</text></svg>
        """
        .formatted(hue(nickname), escaped(initial(nickname)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int hue(String nickname) {
    CRC32 sum = new CRC32();
    sum.update(nickname.getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % DEGREES);
  }

  private static String initial(String nickname) {
    Matcher first = CHARACTER.matcher(nickname.strip());
    boolean usable =
        first.find()
            && first.group().length() <= MOST_CODE_UNITS
            && first.group().codePoints().allMatch(DrawnPicture::isXml);
    return usable ? first.group().toUpperCase(Locale.ROOT) : "?";
  }

  /** What an XML document may hold and a reader can see. */
  private static boolean isXml(int codePoint) {
    return codePoint >= ' '
        && (codePoint < 0xD800 || codePoint > 0xDFFF)
        && (codePoint & 0xFFFE) != 0xFFFE
        && Character.getDirectionality(codePoint)
            != Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
