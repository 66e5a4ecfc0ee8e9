package io.takewithott.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7 | 203.0.113.x | 203.0.113.7",
        "2001:db8:1:2:3:4:5:6 | 2001:db8:1:: | 2001:db8:1:2::",
        "2001:DB8:0001:0002::6 | 2001:db8:1:: | 2001:db8:1:2::",
        "2001:db8::6 | 2001:db8:0:: | 2001:db8:0:0::",
        "::1 | 0:0:0:: | 0:0:0:0::",
        "::ffff:203.0.113.7 | 0:0:0:: | 0:0:0:0::",
        "unknown | unknown | unknown",
        "<script> | unknown | unknown",
        "1:2:3:4:5:6:7:8:9:1:2:3:4:5:6:7:8:9:1:2:3:4:5:6:7:8:9 | unknown | unknown",
      })
  void anAddressIsShownWithoutItsEndAndCountedBySubscriber(
      String address, String shown, String counted) {
    assertThat(Network.of(address)).isEqualTo(new Network(shown, counted));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0 | Edge · Windows",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1 (KHTML, like Gecko) Version/17 Safari/605.1 | Safari · macOS",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Mobile/15E148 KAKAOTALK 10.4.5 | KakaoTalk · iPhone",
        "Mozilla/5.0 (Linux; Android 14; SM-S921N) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121 Mobile Safari/537.36 | Samsung Internet · Android",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/128 Whale/3.28 Safari/537.36 | Whale · Windows",
        "okhttp/4.12.0 | App",
        "something else | Unknown device",
        "'' | Unknown device",
        "<b>Linux</b> | Linux",
      })
  void aDeviceIsNamedForPeople(String userAgent, String name) {
    assertThat(DeviceName.of(userAgent)).isEqualTo(name);
  }
}
