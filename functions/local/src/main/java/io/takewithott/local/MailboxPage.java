package io.takewithott.local;

import io.takewithott.cloud.ses.Mailbox;
import io.takewithott.cloud.ses.ReceivedMail;
import io.takewithott.core.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /_local/mailbox}: the mails that the functions sent, for people; the same as {@code
 * /_local/mailbox.json} for programs. Only for this machine: it stands beside the API, not in it.
 */
final class MailboxPage extends Handler.Abstract {
  static final String PATH = "/_local/mailbox";

  private final Mailbox mailbox;

  MailboxPage(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    if (!request.getMethod().equals("GET") || !path.startsWith(PATH)) {
      return false;
    }
    switch (path.substring(PATH.length())) {
      case "" -> answer(response, callback, "text/html; charset=utf-8", page());
      case ".json" -> answer(response, callback, "application/json", Json.text(mailbox.mails()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private String page() {
    String mails =
        mailbox.mails().stream().map(MailboxPage::mail).collect(Collectors.joining("\n"));
    return """
    <!doctype html><html lang="ko"><head><meta charset="utf-8"><title>Mailbox</title><link rel="icon" href="data:,">
    <meta name="viewport" content="width=device-width">
    <style>body{font-family:sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;line-height:1.6}
    article{border:1px solid #ccc;border-radius:.5rem;padding:1rem;margin:1rem 0}h2{font-size:1rem;margin:0}
    pre{white-space:pre-wrap;overflow-wrap:anywhere}</style></head><body><h1>Mailbox</h1>
    %s</body></html>
    """
        .formatted(mails.isEmpty() ? "<p>받은 메일이 없습니다. No mails yet.</p>" : mails);
  }

  private static String mail(ReceivedMail mail) {
    String text = escaped(mail.text()).replaceAll("(https?://[^\\s<]+)", "<a href=\"$1\">$1</a>");
    return "<article><h2>%s</h2><p>%s → %s, %s</p><pre>%s</pre></article>"
        .formatted(
            escaped(mail.subject()),
            escaped(mail.from()),
            escaped(mail.to()),
            mail.receivedAt(),
            text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static void answer(Response response, Callback callback, String type, String body) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
  }
}
