package io.takewithott.core.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.takewithott.core.AppException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPictureTest {
  /** Corners of the picture, by reading direction: red, green, blue, white. */
  private static final String UPRIGHT = "RGBW";

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif"})
  void aPhotoBecomesTwoSquareJpegs(String format) throws IOException {
    byte[] photo = bytes(corners(1600, 1200), format);

    assertThat(image(photo, PhotoSize.SMALL).getWidth()).isEqualTo(128);
    assertThat(image(photo, PhotoSize.SMALL).getHeight()).isEqualTo(128);
    assertThat(image(photo, PhotoSize.LARGE).getWidth()).isEqualTo(512);
    assertThat(NewPicture.of(photo, Shape.SQUARE).get(PhotoSize.LARGE))
        .startsWith(0xFF, 0xD8, 0xFF);
    assertThat(cornersOf(image(photo, PhotoSize.LARGE))).isEqualTo(UPRIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "3200, 1600, 1600 x 800, 480 x 240", "1600, 3200, 800 x 1600, 240 x 480",
    "900, 600, 900 x 600, 480 x 320", "20000, 32, 1600 x 2, 480 x 1",
  })
  void aWholePhotoKeepsItsProportions(int width, int height, String large, String small)
      throws IOException {
    byte[] photo = bytes(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png");

    assertThat(sides(photo, PhotoSize.LARGE)).isEqualTo(large);
    assertThat(sides(photo, PhotoSize.SMALL)).isEqualTo(small);
  }

  @ParameterizedTest
  @CsvSource({"1, 200 x 100", "3, 200 x 100", "6, 100 x 200", "8, 100 x 200"})
  void aWholePhotoStandsUpright(int orientation, String sides) throws IOException {
    byte[] photo =
        withExif(
            bytes(new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB), "jpeg"), orientation);

    assertThat(sides(photo, PhotoSize.LARGE)).isEqualTo(sides);
  }

  private static String sides(byte[] photo, PhotoSize size) throws IOException {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(NewPicture.of(photo, Shape.WHOLE).get(size)));
    return image.getWidth() + " x " + image.getHeight();
  }

  @Test
  void aSmallPhotoIsNotBlownUp() throws IOException {
    byte[] photo = bytes(corners(100, 90), "png");

    assertThat(image(photo, PhotoSize.LARGE).getWidth()).isEqualTo(90);
  }

  @Test
  void whatCanBeSeenThroughIsWhite() throws IOException {
    byte[] photo = bytes(new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB), "png");

    assertThat(image(photo, PhotoSize.SMALL).getRGB(30, 30)).isEqualTo(0xFFFFFFFF);
  }

  /**
   * How the corners lie in the file, for each way to hold a camera, so that the picture is upright.
   */
  @ParameterizedTest
  @CsvSource({
    "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, GWRB", "7, WGBR", "8, BRWG",
  })
  void thePictureStandsUprightHoweverTheCameraWasHeld(int orientation, String inFile)
      throws IOException {
    byte[] photo = withExif(bytes(corners(200, 200, inFile), "jpeg"), orientation);

    assertThat(cornersOf(image(photo, PhotoSize.LARGE))).isEqualTo(UPRIGHT);
  }

  @Test
  void nothingOfTheFileIsCarriedOverButItsPixels() throws IOException {
    byte[] exif = withExif(bytes(corners(200, 200), "jpeg"), 1);
    String tail = "<script>alert(1)</script>PK\u0003\u0004 37.5665N 126.978E";
    byte[] photo = concat(exif, tail.getBytes(StandardCharsets.ISO_8859_1));

    for (byte[] made : NewPicture.of(photo, Shape.SQUARE).values()) {
      assertThat(new String(made, StandardCharsets.ISO_8859_1))
          .doesNotContain("Exif")
          .doesNotContain("script")
          .doesNotContain("37.5665N");
    }
  }

  @Test
  void aBombIsRefusedByItsHeaderBeforeItIsDecoded() throws IOException {
    refused(
        pngOf(50_000, 50_000),
        "The photo has 50000 × 50000 pixels, which is too much: make it smaller");
    refused(
        pngOf(20_001, 32), "The photo has 20001 × 32 pixels, which is too much: make it smaller");
    refused(
        pngOf(8000, 8000), "The photo has 8000 × 8000 pixels, which is too much: make it smaller");
    refused(pngOf(31, 500), "The photo has 31 × 500 pixels, and 32 a side are the least");
    refused(
        pngOf(Integer.MAX_VALUE, Integer.MAX_VALUE),
        "The photo has 2147483647 × 2147483647 pixels, which is too much: make it smaller");
  }

  @Test
  void aPictureOfThousandsOfScansIsRefused() throws IOException {
    byte[] photo = bytes(corners(1000, 1000), "jpeg");
    byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 2};
    byte[] scans = new byte[4 * 500];
    for (int i = 0; i < scans.length; i++) {
      scans[i] = scan[i % 4];
    }
    int end = photo.length - 2;

    refused(
        concat(concat(Arrays.copyOf(photo, end), scans), new byte[] {(byte) 0xFF, (byte) 0xD9}),
        "The photo has 1000 × 1000 pixels, which is too much: make it smaller");
  }

  @Test
  void whatIsNoPhotoIsRefusedByName() {
    String taken = ", and only JPEG, PNG and GIF are taken";
    refused(new byte[0], "The photo is empty" + taken);
    refused(ascii("RIFF....WEBPVP8 "), "The photo is a WebP" + taken);
    refused(ascii("\0\0\0\u0018ftypheic...."), "The photo is a HEIC or a film" + taken);
    refused(ascii("\0\0\0\u0018ftypavif...."), "The photo is an AVIF" + taken);
    refused(ascii("BM......"), "The photo is a BMP" + taken);
    refused(ascii("<svg onload=alert(1)>"), "The photo is of no known format" + taken);
    refused(ascii("<html>\u00FF\u00D8\u00FF"), "The photo is of no known format" + taken);
  }

  @Test
  void whatIsCutOffIsRefused() throws IOException {
    byte[] jpeg = bytes(corners(400, 400), "jpeg");
    byte[] png = bytes(corners(400, 400), "png");

    refused(Arrays.copyOf(jpeg, jpeg.length / 2), "The photo is cut off: upload it again");
    refused(Arrays.copyOf(jpeg, 3), "The photo is cut off: upload it again");
    refused(
        Arrays.copyOf(png, png.length / 2),
        "The photo could not be read: it is damaged or of a rare kind");
  }

  /** Whatever is in the file: a picture, or a refusal, and never anything else. */
  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif"})
  void damagedFilesAreAnsweredOrRefused(String format) throws IOException {
    byte[] whole = withExif(bytes(corners(64, 64), format), 6);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = whole.clone();
      for (int j = 0; j < 8; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(NewPicture.of(damaged, Shape.SQUARE)).hasSize(2);
      } catch (AppException refused) {
        assertThat(refused.code().status()).isEqualTo(422);
      }
    }
  }

  private static void refused(byte[] photo, String message) {
    assertThatThrownBy(() -> NewPicture.of(photo, Shape.SQUARE))
        .isInstanceOf(AppException.class)
        .hasMessage(message);
  }

  private static BufferedImage image(byte[] photo, PhotoSize size) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(NewPicture.of(photo, Shape.SQUARE).get(size)));
  }

  private static BufferedImage corners(int width, int height) {
    return corners(width, height, UPRIGHT);
  }

  private static BufferedImage corners(int width, int height, String colours) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < 4; i++) {
      graphics.setColor(
          switch (colours.charAt(i)) {
            case 'R' -> Color.RED;
            case 'G' -> Color.GREEN;
            case 'B' -> Color.BLUE;
            default -> Color.WHITE;
          });
      graphics.fillRect(
          i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
    }
    graphics.dispose();
    return image;
  }

  private static String cornersOf(BufferedImage image) {
    int near = image.getWidth() / 4;
    int far = image.getWidth() * 3 / 4;
    return letter(image.getRGB(near, near))
        + letter(image.getRGB(far, near))
        + letter(image.getRGB(near, far))
        + letter(image.getRGB(far, far));
  }

  private static String letter(int rgb) {
    Color colour = new Color(rgb);
    boolean red = colour.getRed() > 128;
    boolean green = colour.getGreen() > 128;
    return red && green ? "W" : red ? "R" : green ? "G" : "B";
  }

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  /** With the orientation as a camera writes it, after the start of a JPEG. */
  private static byte[] withExif(byte[] image, int orientation) {
    if (image[0] != (byte) 0xFF) {
      return image;
    }
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0,
    };
    return concat(
        concat(Arrays.copyOf(image, 2), exif), Arrays.copyOfRange(image, 2, image.length));
  }

  /** A PNG of that size by its header, with a few bytes of picture. */
  private static byte[] pngOf(int width, int height) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(header);
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {1, 0, 0, 0, 0});
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(picture)) {
      deflater.write(new byte[100]);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    chunk(png, "IHDR", header.toByteArray());
    chunk(png, "IDAT", picture.toByteArray());
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String name, byte[] content)
      throws IOException {
    byte[] named = concat(ascii(name), content);
    CRC32 sum = new CRC32();
    sum.update(named);
    DataOutputStream data = new DataOutputStream(png);
    data.writeInt(content.length);
    data.write(named);
    data.writeInt((int) sum.getValue());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
