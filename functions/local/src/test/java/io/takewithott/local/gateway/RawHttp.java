package io.takewithott.local.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sends exactly the given bytes: duplicate headers, encoded slashes and all. */
final class RawHttp {

  record Answer(int status, List<String> headers, String body) {
    List<String> header(String name) {
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .toList();
    }
  }

  private RawHttp() {}

  static Answer send(int port, String head, byte[] body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          (head.strip().replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      out.write(body);
      out.flush();
      String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = text.indexOf("\r\n\r\n");
      List<String> lines = Arrays.asList(text.substring(0, end).split("\r\n"));
      int status = Integer.parseInt(lines.get(0).split(" ")[1]);
      return new Answer(status, lines.subList(1, lines.size()), text.substring(end + 4));
    }
  }

  static Answer send(int port, String head) throws IOException {
    return send(port, head, new byte[0]);
  }
}
