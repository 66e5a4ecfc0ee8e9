package io.takewithott.rating.imports;

import io.takewithott.core.AppException;
import io.takewithott.core.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a file of unknown encoding: by its byte order mark, else UTF-8 where all of it is,
 * else the encoding of Korean Windows (CP949, of which EUC-KR is a part).
 */
record FileText(String text, String encoding) {
  private static final int MARK = 0xFEFF;

  /**
   * @throws AppException INVALID_VALUE
   */
  static FileText of(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return decoded(bytes, StandardCharsets.UTF_16LE).orElseThrow(FileText::noText);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, StandardCharsets.UTF_16BE).orElseThrow(FileText::noText);
    }
    return decoded(bytes, StandardCharsets.UTF_8)
        .or(() -> decoded(bytes, Charset.forName("x-windows-949")))
        .orElseThrow(FileText::noText);
  }

  private static Optional<FileText> decoded(byte[] bytes, Charset charset) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw noText();
      }
      String name = charset.name().equals("x-windows-949") ? "CP949" : charset.name();
      boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
      return Optional.of(new FileText(marked ? text.substring(1) : text, name));
    } catch (CharacterCodingException another) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static AppException noText() {
    return new AppException(
        ErrorCode.INVALID_VALUE,
        "The file is no text: save it as CSV in UTF-8",
        Map.of("field", "file"));
  }
}
