package io.takewithott.auth.photo;

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
 * Makes a picture out of a photo: the middle square, upright, on white, as a new JPEG in every
 * size. Nothing of the file is carried over but its pixels. A photo's size is judged by its header,
 * and no more of it is decoded than the picture takes.
 */
final class Portrait {
  /** More than a camera's 24 million, and some 240 MB while a progressive one is decoded. */
  private static final long MOST_PIXELS = 40_000_000;

  private static final int LONGEST_SIDE = 20_000;
  private static final int SHORTEST_SIDE = 32;

  /** A decoder goes over all pixels in every scan: a few seconds at most. */
  private static final long MOST_PIXELS_SCANNED = 400_000_000;

  /** What is decoded has up to twice as many pixels a side, then is halved with care. */
  private static final int DECODED_SIDE = 2 * PhotoSize.LARGE.side();

  private static final float QUALITY = 0.85f;

  private Portrait() {}

  /**
   * @throws AppException INVALID_VALUE
   */
  static Map<PhotoSize, byte[]> of(byte[] photo) {
    ImageKind kind = ImageKind.of(photo);
    JpegMarkers markers =
        kind == ImageKind.JPEG ? JpegMarkers.of(photo) : new JpegMarkers(1, 1, true);
    if (!markers.whole()) {
      throw ImageKind.refused("The photo is cut off: upload it again", "photo");
    }
    BufferedImage square = upright(decoded(photo, kind, markers.scans()), markers.orientation());
    Map<PhotoSize, byte[]> sizes = new EnumMap<>(PhotoSize.class);
    for (PhotoSize size : PhotoSize.values()) {
      sizes.put(size, jpeg(shrunk(square, size.side())));
    }
    return sizes;
  }

  /** Makes a picture of nothing, in every kind: the JDK looks for its codecs when first asked. */
  static void warmUp() {
    byte[] jpeg = jpeg(new BufferedImage(SHORTEST_SIDE, SHORTEST_SIDE, BufferedImage.TYPE_INT_RGB));
    of(jpeg);
    for (ImageKind kind : ImageKind.values()) {
      ImageIO.getImageReadersByFormatName(kind.format()).next().dispose();
    }
  }

  // What a reader makes of a damaged file may be any exception.
  private static BufferedImage decoded(byte[] photo, ImageKind kind, int scans) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(kind.format()).next();
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
      // Without metadata: some of it is compressed, and none of it is wanted.
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      requireSize(width, height, scans);
      return reader.read(0, middle(reader.getDefaultReadParam(), width, height));
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

  private static ImageReadParam middle(ImageReadParam param, int width, int height) {
    int side = Math.min(width, height);
    int step = Math.max(1, side / DECODED_SIDE);
    param.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
    param.setSourceSubsampling(step, step, 0, 0);
    return param;
  }

  /** On white and turned as its camera was held. */
  private static BufferedImage upright(BufferedImage image, int orientation) {
    int last = image.getWidth() - 1;
    BufferedImage plain = drawn(image, last + 1);
    if (orientation == 1) {
      return plain;
    }
    BufferedImage turned = new BufferedImage(last + 1, last + 1, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y <= last; y++) {
      for (int x = 0; x <= last; x++) {
        // Where the pixel that is shown at x, y lies in the file.
        boolean swapped = orientation >= 5;
        int fromX = swapped ? y : x;
        int fromY = swapped ? x : y;
        boolean flipX =
            orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean flipY =
            orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        int rgb = plain.getRGB(flipX ? last - fromX : fromX, flipY ? last - fromY : fromY);
        turned.setRGB(x, y, rgb);
      }
    }
    return turned;
  }

  /** Halved as long as it is twice too large, so that every pixel counts. */
  private static BufferedImage shrunk(BufferedImage square, int side) {
    BufferedImage image = square;
    while (image.getWidth() >= 2 * side) {
      image = drawn(image, image.getWidth() / 2);
    }
    return image.getWidth() > side ? drawn(image, side) : image;
  }

  private static BufferedImage drawn(BufferedImage image, int side) {
    BufferedImage drawn = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, side, side, Color.WHITE, null);
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
