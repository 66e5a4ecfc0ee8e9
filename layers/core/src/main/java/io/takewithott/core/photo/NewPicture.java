package io.takewithott.core.photo;

import io.takewithott.core.AppException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes a picture out of a photo: upright, on white, as a new JPEG in every size. Nothing of the
 * file is carried over but its pixels. A photo's size is judged by its header, and no more of it is
 * decoded than the picture takes.
 */
public final class NewPicture {
  /** More than a camera's 24 million, and some 240 MB while a progressive one is decoded. */
  private static final long MOST_PIXELS = 40_000_000;

  private static final int LONGEST_SIDE = 20_000;
  private static final int SHORTEST_SIDE = 32;

  /** A decoder goes over all pixels in every scan: a few seconds at most. */
  private static final long MOST_PIXELS_SCANNED = 400_000_000;

  private static final float QUALITY = 0.85f;

  private NewPicture() {}

  /**
   * @throws AppException INVALID_VALUE
   */
  public static Map<PhotoSize, byte[]> of(byte[] photo, Shape shape) {
    ImageKind kind = ImageKind.of(photo);
    JpegMarkers markers =
        kind == ImageKind.JPEG ? JpegMarkers.of(photo) : new JpegMarkers(1, 1, true);
    if (!markers.whole()) {
      throw ImageKind.refused("The photo is cut off: upload it again", "photo");
    }
    BufferedImage picture =
        upright(decoded(photo, kind, markers.scans(), shape), markers.orientation());
    Map<PhotoSize, byte[]> sizes = new EnumMap<>(PhotoSize.class);
    for (PhotoSize size : PhotoSize.values()) {
      sizes.put(size, jpeg(shrunk(picture, shape.longest(size))));
    }
    return sizes;
  }

  /** Makes a picture of nothing, in every kind: the JDK looks for its codecs when first asked. */
  public static void warmUp() {
    byte[] jpeg = jpeg(new BufferedImage(SHORTEST_SIDE, SHORTEST_SIDE, BufferedImage.TYPE_INT_RGB));
    of(jpeg, Shape.SQUARE);
    for (ImageKind kind : ImageKind.values()) {
      ImageIO.getImageReadersByFormatName(kind.format()).next().dispose();
    }
  }

  // What a reader makes of a damaged file may be any exception.
  private static BufferedImage decoded(byte[] photo, ImageKind kind, int scans, Shape shape) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
      // Without metadata: some of it is compressed, and none of it is wanted.
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      requireSize(width, height, scans);
      return reader.read(0, wanted(reader.getDefaultReadParam(), width, height, shape));
    } catch (AppException refused) {
      throw refused;
    } catch (IOException | RuntimeException unreadable) {
      throw ImageKind.refused(
          "The photo could not be read: it is damaged or of a rare kind", "photo");
    } finally {
      reader.dispose();
    }
  }

  private static void requireSize(int width, int height, int scans) {
    if (Math.min(width, height) < SHORTEST_SIDE) {
      throw ImageKind.refused(
          "The photo has "
              + width
              + " × "
              + height
              + " pixels, and "
              + SHORTEST_SIDE
              + " a side are the least",
          "photo");
    }
    long pixels = (long) width * height;
    if (Math.max(width, height) > LONGEST_SIDE
        || pixels > MOST_PIXELS
        || pixels * scans > MOST_PIXELS_SCANNED) {
      throw ImageKind.refused(
          "The photo has " + width + " × " + height + " pixels, which is too much: make it smaller",
          "photo");
    }
  }

  /** Up to twice as many pixels a side as are kept, for those are halved with care. */
  private static ImageReadParam wanted(ImageReadParam param, int width, int height, Shape shape) {
    int shortest = Math.min(width, height);
    boolean square = shape == Shape.SQUARE;
    int longest = square ? shortest : Math.max(width, height);
    int step = Math.max(1, longest / (2 * shape.longest(PhotoSize.LARGE)));
    if (square) {
      param.setSourceRegion(
          new Rectangle((width - shortest) / 2, (height - shortest) / 2, shortest, shortest));
    }
    // A long thin photo keeps a row at least.
    param.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
    return param;
  }

  /** On white and turned as its camera was held. */
  private static BufferedImage upright(BufferedImage image, int orientation) {
    BufferedImage plain = drawn(image, image.getWidth(), image.getHeight());
    if (orientation == 1) {
      return plain;
    }
    boolean swapped = orientation >= 5;
    int right = plain.getWidth() - 1;
    int bottom = plain.getHeight() - 1;
    BufferedImage turned =
        new BufferedImage(
            swapped ? bottom + 1 : right + 1,
            swapped ? right + 1 : bottom + 1,
            BufferedImage.TYPE_INT_RGB);
    boolean flipX = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    boolean flipY = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (int y = 0; y < turned.getHeight(); y++) {
      for (int x = 0; x < turned.getWidth(); x++) {
        // Where the pixel that is shown at x, y lies in the file.
        int fromX = swapped ? y : x;
        int fromY = swapped ? x : y;
        int rgb = plain.getRGB(flipX ? right - fromX : fromX, flipY ? bottom - fromY : fromY);
        turned.setRGB(x, y, rgb);
      }
    }
    return turned;
  }

  /** Halved as long as it is twice too large, so that every pixel counts. */
  private static BufferedImage shrunk(BufferedImage picture, int longest) {
    BufferedImage image = picture;
    while (longestSide(image) >= 2 * longest) {
      image = drawn(image, half(image.getWidth()), half(image.getHeight()));
    }
    int side = longestSide(image);
    return side > longest
        ? drawn(
            image,
            Math.max(1, image.getWidth() * longest / side),
            Math.max(1, image.getHeight() * longest / side))
        : image;
  }

  private static int half(int side) {
    return Math.max(1, side / 2);
  }

  private static int longestSide(BufferedImage image) {
    return Math.max(image.getWidth(), image.getHeight());
  }

  private static BufferedImage drawn(BufferedImage image, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory takes what is written", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
