package io.takewithott.local.standin.oauth;

/** The page that asks: who are you here, do you agree, may your address be told. */
final class ConsentPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>%1$s 로그인 (이 컴퓨터의 대역)</title>
      <style>
        body { font: 16px/1.6 system-ui, sans-serif; max-width: 26rem; margin: 3rem auto; padding: 0 1rem }
        fieldset { border: 1px solid #bbb; border-radius: .5rem; margin: 0 0 1rem }
        label { display: block; padding: .2rem 0 } button { font: inherit; padding: .5rem 1.2rem }
      </style>
      <h1>%1$s</h1>
      <p>진짜 %1$s이(가) 아닙니다. Take With OTT에 로그인할 사람을 고르세요.</p>
      <form method="post">
        <fieldset><legend>누구로?</legend>
      %2$s
          <label><input type="radio" name="person" value="other"> 다른 사람</label>
          <label>이름 <input name="name" maxlength="60"></label>
          <label>이메일 <input name="email" type="email" maxlength="200"></label>
          <label><input type="checkbox" name="emailProven"> 확인된 이메일</label>
        </fieldset>
        <label><input type="checkbox" name="shareEmail" checked> 이메일 제공에 동의</label>
        <p><button name="decision" value="agree">동의하고 계속</button>
           <button name="decision" value="deny">취소</button></p>
      </form>
      </html>
      """;

  private ConsentPage() {}

  static String of(String provider) {
    StringBuilder people = new StringBuilder();
    for (Person person : Person.SAMPLES) {
      String address =
          person.email() == null
              ? "이메일 없음"
              : person.email() + (person.emailProven() ? "" : " (확인 안 됨)");
      people.append(
          """
              <label><input type="radio" name="person" value="%s"%s> %s · %s</label>
          """
              .formatted(person.key(), people.isEmpty() ? " checked" : "", person.name(), address));
    }
    return PAGE.formatted(provider, people);
  }
}
