package io.takewithott.auth.mail;

import io.takewithott.core.mail.Mail;
import java.util.Optional;

/**
 * The words of the mails. None holds anything that a user chose, a nickname for instance: whoever
 * signs up with somebody else's address cannot write to them.
 */
public final class MailText {
  private final String site;

  /**
   * @param site the site's address, without a path
   */
  public MailText(String site) {
    this.site = site.replaceFirst("/+$", "");
  }

  Mail of(MailKind kind, String language, String to, Optional<LinkToken> token) {
    Words words = language.equals("en") ? english(kind) : korean(kind);
    // After '#', which no server is sent and no log shows.
    String link = site + "/#/" + path(kind) + token.map(each -> "/" + each.text()).orElse("");
    return new Mail(
        to,
        words.subject,
        words.body + "\n\n" + link + "\n\n" + words.end + "\n",
        html(words, link));
  }

  private static String path(MailKind kind) {
    return switch (kind) {
      case VERIFY_EMAIL -> "verify";
      case RESET_PASSWORD -> "reset";
      case PASSWORD_CHANGED -> "forgot";
      case CHANGE_EMAIL -> "change-email";
      case STOP_EMAIL_CHANGE -> "stop-email-change";
      case EMAIL_IN_USE -> "enter";
    };
  }

  private static Words korean(MailKind kind) {
    return switch (kind) {
      case VERIFY_EMAIL ->
          new Words(
              "[Take With OTT] 이메일 주소를 확인해 주세요",
              "아래 링크를 열면 이 주소가 회원님의 것으로 확인됩니다. 링크는 3일 동안 한 번만 쓸 수 있어요.",
              "가입하신 적이 없다면 이 메일은 그냥 지우셔도 됩니다.");
      case RESET_PASSWORD ->
          new Words(
              "[Take With OTT] 새 비밀번호 정하기",
              "아래 링크에서 새 비밀번호를 정할 수 있습니다. 링크는 30분 동안 한 번만 쓸 수 있어요.",
              "요청하신 적이 없다면 아무것도 하지 않으셔도 됩니다. 비밀번호는 그대로예요.");
      case PASSWORD_CHANGED ->
          new Words(
              "[Take With OTT] 비밀번호가 바뀌었습니다",
              "방금 비밀번호가 바뀌었고, 다른 기기에서는 모두 로그아웃되었습니다. 직접 바꾸신 게 아니라면 아래에서 바로 새 비밀번호를 정해 주세요.",
              "직접 바꾸셨다면 하실 일은 없습니다.");
      case CHANGE_EMAIL ->
          new Words(
              "[Take With OTT] 새 이메일 주소를 확인해 주세요",
              "아래 링크를 열면 이 주소가 회원님 계정의 이메일이 되고, 다른 기기에서는 모두 로그아웃됩니다. 링크는 하루 동안 한 번만 쓸 수 있어요.",
              "요청하신 적이 없다면 이 메일은 그냥 지우셔도 됩니다. 아무것도 바뀌지 않아요.");
      case STOP_EMAIL_CHANGE ->
          new Words(
              "[Take With OTT] 이메일 주소를 바꾸려는 요청이 있었습니다",
              "회원님 계정의 이메일을 다른 주소로 바꾸려는 요청이 있었습니다. 직접 하신 게 아니라면 아래에서 바로 막아 주세요. 모든 기기에서 로그아웃됩니다.",
              "직접 요청하셨다면 하실 일은 없습니다. 새 주소로 보낸 링크를 열면 바뀌어요.");
      case EMAIL_IN_USE ->
          new Words(
              "[Take With OTT] 이 주소에는 이미 계정이 있습니다",
              "다른 계정에서 이 주소를 쓰려고 했지만, 이 주소에는 이미 계정이 있어 아무것도 바뀌지 않았습니다. 이 계정에는 아래에서 로그인하실 수 있어요.",
              "직접 하신 게 아니라면 하실 일은 없습니다.");
    };
  }

  private static Words english(MailKind kind) {
    return switch (kind) {
      case VERIFY_EMAIL ->
          new Words(
              "[Take With OTT] Please confirm your e-mail address",
              "Opening this link confirms that the address is yours. It works once, for three days.",
              "If you have not signed up, you can delete this mail.");
      case RESET_PASSWORD ->
          new Words(
              "[Take With OTT] Choose a new password",
              "This link lets you choose a new password. It works once, for 30 minutes.",
              "If you have not asked for it, there is nothing to do: your password stays as it is.");
      case PASSWORD_CHANGED ->
          new Words(
              "[Take With OTT] Your password was changed",
              "Your password has just been changed, and all other devices were logged out. If it was not you, choose a new one here at once.",
              "If it was you, there is nothing to do.");
      case CHANGE_EMAIL ->
          new Words(
              "[Take With OTT] Please confirm your new e-mail address",
              "Opening this link makes this the address of your account, and logs all other devices out. It works once, for one day.",
              "If you have not asked for it, you can delete this mail: nothing changes.");
      case STOP_EMAIL_CHANGE ->
          new Words(
              "[Take With OTT] Somebody asked to change your e-mail address",
              "Somebody asked for another e-mail address for your account. If it was not you, stop it here at once; all devices are logged out.",
              "If it was you, there is nothing to do: it changes when you open the link that went to the new address.");
      case EMAIL_IN_USE ->
          new Words(
              "[Take With OTT] This address has an account already",
              "Another account wanted to use this address. It has an account already, so nothing has changed. You can log in to it here.",
              "If it was not you, there is nothing to do.");
    };
  }

  /** Our own words and base64 letters only: nothing in it needs escaping. */
  private static String html(Words words, String link) {
    return """
    <!doctype html><html><body style="font-family:sans-serif;line-height:1.6">
    <p>%s</p><p><a href="%s">%s</a></p><p style="color:#666">%s</p></body></html>
    """
        .formatted(words.body, link, link, words.end);
  }

  private record Words(String subject, String body, String end) {}
}
