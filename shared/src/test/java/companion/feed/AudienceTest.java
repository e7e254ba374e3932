package companion.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AudienceTest {
  @ParameterizedTest
  @CsvSource({
    "PUBLIC,PUBLIC,true",
    "PUBLIC,MEMBER,true",
    "PUBLIC,BOARD,true",
    "MEMBER,PUBLIC,false",
    "MEMBER,MEMBER,true",
    "MEMBER,BOARD,true",
    "BOARD,PUBLIC,false",
    "BOARD,MEMBER,false",
    "BOARD,BOARD,true"
  })
  void shouldLetTheNarrowerReadWhatIsForTheWider(Audience of, Audience reader, boolean may) {
    assertThat(of.includes(reader)).isEqualTo(may);
  }

  @ParameterizedTest
  @EnumSource
  void shouldBeFoundByItsCode(Audience audience) {
    assertThat(Audience.find(audience.code())).contains(audience);
  }

  @Test
  void shouldRefuseACodeOfNoAudience() {
    assertThatThrownBy(() -> Audience.of("secretariat"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
