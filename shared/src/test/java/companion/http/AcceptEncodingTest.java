package companion.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptEncodingTest {
  private static boolean takesGzip(String header) {
    return AcceptEncoding.takesGzip(Requests.withHeader("accept-encoding", header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "br, gzip",
        "gzip;q=0.001",
        "gzip ; q=1",
        "*",
        "*;q=0.5",
        "br;q=1.0, *;q=0.1",
        "*;q=0, gzip",
        "identity;q=0, gzip;q=1.000"
      })
  void shouldCompressForWhoeverTakesIt(String header) {
    assertThat(takesGzip(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "br",
        "identity",
        "gzip;q=0",
        "gzip;q=0.000",
        "gzip; Q=0",
        "*;q=0",
        "gzip;q=0, *",
        "*, gzip;q=0",
        "gzipped",
        "not gzip"
      })
  void shouldNotCompressForAnybodyElse(String header) {
    assertThat(takesGzip(header)).isFalse();
  }

  @Test
  void shouldNotCompressForAClientThatSaysNothing() {
    assertThat(AcceptEncoding.takesGzip(Requests.withHeader("accept", "*/*"))).isFalse();
  }
}
