package org.clickgaussian.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.clickgaussian.io.AtomicFile;
import org.clickgaussian.io.InputException;

/**
 * Reads and writes image files: the only class that knows the image library.
 *
 * <p>Numbers come as they stand in the file. Embedded colour profiles are not applied (except to
 * turn CMYK into RGB), and neither is the EXIF orientation: COLMAP and 3DGS trainers ignore both,
 * so a camera belongs to the pixels as stored. No display is needed.
 */
public final class ImageFiles {
  /** Images with more pixels than this are refused before they are decoded. */
  public static final long MAXIMUM_PIXELS = 400_000_000L;

  private static final float JPEG_QUALITY = 0.92f;

  private ImageFiles() {}

  /**
   * The size of an image, from its header alone.
   *
   * @throws InputException if the file is no image or has more than {@link #MAXIMUM_PIXELS}
   */
  public static ImageSize size(Path file) {
    return with(file, reader -> checkedSize(file, reader));
  }

  /**
   * Reads a colour or grey image: JPEG (also CMYK), WebP, or PNG with 8 or 16 bits; of 16 bits the
   * upper 8 are kept. What is transparent is laid over black, as 3DGS trainers do.
   *
   * @throws InputException if the file is no image, is cut off, or has more than {@link
   *     #MAXIMUM_PIXELS}
   */
  public static RgbImage readRgb(Path file) {
    return toRgb(decode(file));
  }

  /**
   * Reads a grey image or a label map: the values of a grey PNG with 1, 2, 4, 8 or 16 bits, the
   * indices (not the colours) of a palette PNG. Of a colour image the mean of red, green and blue,
   * rounded down; transparency is ignored.
   *
   * @throws InputException if the file is no image, is cut off, or has more than {@link
   *     #MAXIMUM_PIXELS}
   */
  public static GreyImage readGrey(Path file) {
    return toGrey(decode(file));
  }

  /**
   * Reads the numbers of an image with four channels as they stand in the file, not laid over
   * anything: for files that keep data in the channels. Without transparency the fourth is 255; of
   * grey images the first three are equal; of 16 bits the upper 8 are kept.
   *
   * @param bytes the contents of an image file: PNG, JPEG or WebP
   * @param name what to call it in failures
   * @param mostPixels images with more pixels are refused before they are decoded
   * @throws InputException if it is no image, is cut off, or has too many pixels
   */
  public static RgbaImage readRgba(byte[] bytes, Path name, long mostPixels) {
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      return toRgba(
          with(
              name,
              input,
              reader -> {
                ImageSize size = checkedSize(name, reader);
                if (size.pixels() > mostPixels) {
                  throw InputException.in(
                      name,
                      "has %s pixels, far more than are needed; it does not belong here"
                          .formatted(size));
                }
                return decode(reader);
              }));
    } catch (IOException e) {
      throw broken(name, AtomicFile.reason(e), e);
    }
  }

  /** Writes a colour PNG. */
  public static void writePng(Path file, RgbImage image) {
    AtomicFile.write(file, stream -> writePng(stream, ofRgb(image)));
  }

  /**
   * Writes a colour PNG with transparency.
   *
   * @param alpha unsigned bytes [height][width], 255 is opaque; colours are not premultiplied
   */
  public static void writePng(Path file, RgbImage image, byte[] alpha) {
    BufferedImage pixels = ofRgba(image, alpha);
    AtomicFile.write(file, stream -> writePng(stream, pixels));
  }

  /** Writes a grey PNG: 8 bits if every value is below 256, else 16. */
  public static void writePng(Path file, GreyImage image) {
    AtomicFile.write(file, stream -> writePng(stream, ofGrey(image)));
  }

  /** A colour PNG as bytes, to be put into a document. */
  public static byte[] encodePng(RgbImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writePng(bytes, ofRgb(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes a JPEG of high quality (0.92). */
  public static void writeJpeg(Path file, RgbImage image) {
    AtomicFile.write(
        file,
        stream -> {
          ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
          ImageWriteParam settings = writer.getDefaultWriteParam();
          settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
          settings.setCompressionQuality(JPEG_QUALITY);
          write(stream, writer, settings, ofRgb(image));
        });
  }

  private static void writePng(OutputStream stream, BufferedImage image) throws IOException {
    ImageWriter writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "png").next();
    write(stream, writer, writer.getDefaultWriteParam(), image);
  }

  private static void write(
      OutputStream stream, ImageWriter writer, ImageWriteParam settings, BufferedImage image)
      throws IOException {
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(stream)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), settings);
      output.flush();
    } finally {
      writer.dispose();
    }
  }

  /** Something done with the reader of an opened file. */
  @FunctionalInterface
  private interface Reading<T> {
    T from(ImageReader reader) throws IOException;
  }

  private static <T> T with(Path file, Reading<T> reading) {
    if (!Files.isRegularFile(file)) {
      throw InputException.in(file, "is not there; an image was expected");
    }
    try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
      return with(file, input, reading);
    } catch (IOException e) {
      throw broken(file, AtomicFile.reason(e), e);
    }
  }

  private static <T> T with(Path file, ImageInputStream input, Reading<T> reading) {
    try {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw InputException.in(
            file, "is not an image that can be read; give a JPEG, a PNG or a WebP");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        return reading.from(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw broken(file, AtomicFile.reason(e), e);
    } catch (IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | ArithmeticException
        | ClassCastException
        | NullPointerException e) {
      // The image library meets some damaged files with these instead of an IOException.
      throw broken(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static InputException broken(Path file, String reason, Exception cause) {
    return InputException.in(
        file,
        "is damaged or cut off (" + reason.lines().findFirst().orElse("") + "); copy it again",
        cause);
  }

  private static ImageSize checkedSize(Path file, ImageReader reader) throws IOException {
    ImageSize size = new ImageSize(reader.getWidth(0), reader.getHeight(0));
    if (size.pixels() > MAXIMUM_PIXELS) {
      throw InputException.in(
          file,
          "has %s pixels, more than %d million; scale it down"
              .formatted(size, MAXIMUM_PIXELS / 1_000_000));
    }
    return size;
  }

  private static BufferedImage decode(Path file) {
    return with(
        file,
        reader -> {
          checkedSize(file, reader);
          return decode(reader);
        });
  }

  private static BufferedImage decode(ImageReader reader) throws IOException {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    BufferedImage image = reader.read(0);
    // A JPEG that ends early is filled up with grey, and only a warning tells.
    for (String warning : warnings) {
      if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
        throw new IOException(warning);
      }
    }
    return image;
  }

  private static RgbaImage toRgba(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgba = new byte[Math.multiplyExact(4, width * height)];
    Raster raster = image.getRaster();
    IndexColorModel palette =
        image.getColorModel() instanceof IndexColorModel indexed ? indexed : null;
    int bands = raster.getNumBands();
    int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    int[] row = new int[bands * width];
    for (int y = 0, out = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int in = 0; in < row.length; in += bands, out += 4) {
        int argb = palette == null ? 0 : palette.getRGB(row[in]);
        for (int channel = 0; channel < 3; channel++) {
          int value = row[in + (bands > 2 ? channel : 0)] >> shift;
          rgba[out + channel] = (byte) (palette == null ? value : argb >> 16 - 8 * channel);
        }
        int opaque = bands % 2 == 0 ? row[in + bands - 1] >> shift : 255;
        rgba[out + 3] = (byte) (palette == null ? opaque : argb >>> 24);
      }
    }
    return new RgbaImage(width, height, rgba);
  }

  private static RgbImage toRgb(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel palette) {
      return fromPalette(image.getRaster(), palette);
    }
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    int width = raster.getWidth();
    RgbImage rgb = RgbImage.black(width, raster.getHeight());
    int[] row = new int[bands * width];
    for (int y = 0, out = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int in = 0; in < row.length; in += bands) {
        int opaque = bands % 2 == 0 ? row[in + bands - 1] >> shift : 255;
        for (int channel = 0; channel < 3; channel++) {
          int value = row[in + (bands > 2 ? channel : 0)] >> shift;
          rgb.rgb()[out++] = (byte) overBlack(value, opaque);
        }
      }
    }
    return rgb;
  }

  private static RgbImage fromPalette(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    RgbImage rgb = RgbImage.black(width, raster.getHeight());
    int[] row = new int[width];
    for (int y = 0, out = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int index : row) {
        int argb = palette.getRGB(index);
        int opaque = argb >>> 24;
        rgb.rgb()[out++] = (byte) overBlack(argb >> 16 & 0xff, opaque);
        rgb.rgb()[out++] = (byte) overBlack(argb >> 8 & 0xff, opaque);
        rgb.rgb()[out++] = (byte) overBlack(argb & 0xff, opaque);
      }
    }
    return rgb;
  }

  private static int overBlack(int value, int opaque) {
    return (value * opaque + 127) / 255;
  }

  private static GreyImage toGrey(BufferedImage image) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    int width = raster.getWidth();
    int[] values = new int[width * raster.getHeight()];
    int[] row = new int[bands * width];
    for (int y = 0, out = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int in = 0; in < row.length; in += bands) {
        values[out++] = bands > 2 ? (row[in] + row[in + 1] + row[in + 2]) / 3 : row[in];
      }
    }
    return new GreyImage(width, raster.getHeight(), values);
  }

  private static BufferedImage ofRgb(RgbImage image) {
    BufferedImage pixels =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((DataBufferByte) pixels.getRaster().getDataBuffer()).getData();
    byte[] rgb = image.rgb();
    for (int i = 0; i < rgb.length; i += 3) {
      bgr[i] = rgb[i + 2];
      bgr[i + 1] = rgb[i + 1];
      bgr[i + 2] = rgb[i];
    }
    return pixels;
  }

  private static BufferedImage ofRgba(RgbImage image, byte[] alpha) {
    if (alpha.length * 3L != image.rgb().length) {
      throw new IllegalArgumentException("alpha of " + alpha.length + " pixels, " + image.size());
    }
    BufferedImage pixels =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_4BYTE_ABGR);
    byte[] abgr = ((DataBufferByte) pixels.getRaster().getDataBuffer()).getData();
    byte[] rgb = image.rgb();
    for (int i = 0; i < alpha.length; i++) {
      abgr[4 * i] = alpha[i];
      abgr[4 * i + 1] = rgb[3 * i + 2];
      abgr[4 * i + 2] = rgb[3 * i + 1];
      abgr[4 * i + 3] = rgb[3 * i];
    }
    return pixels;
  }

  private static BufferedImage ofGrey(GreyImage image) {
    int type =
        image.largest() < 256 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY;
    BufferedImage pixels = new BufferedImage(image.width(), image.height(), type);
    pixels.getRaster().setPixels(0, 0, image.width(), image.height(), image.values());
    return pixels;
  }
}
