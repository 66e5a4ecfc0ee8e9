package io.takewithott.core.mail;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;

/** Mail through SES, version 2 of its interface. */
public final class SesMailer implements Mailer {
  private final SesV2Client client;
  private final String from;

  /**
   * @param from an address that SES may send for
   */
  public SesMailer(SesV2Client client, String from) {
    this.client = client;
    this.from = from;
  }

  @Override
  public void send(Mail mail) {
    Body body = Body.builder().text(utf8(mail.text())).html(utf8(mail.html())).build();
    try {
      client.sendEmail(
          request ->
              request
                  .fromEmailAddress(from)
                  .destination(to -> to.toAddresses(mail.to()))
                  .content(
                      content ->
                          content.simple(
                              message -> message.subject(utf8(mail.subject())).body(body))));
    } catch (MessageRejectedException | BadRequestException refused) {
      throw new MailException(true, refused);
    } catch (SdkException failure) {
      throw new MailException(false, failure);
    }
  }

  private static Content utf8(String text) {
    return Content.builder().charset("UTF-8").data(text).build();
  }
}
