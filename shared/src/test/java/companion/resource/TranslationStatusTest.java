package companion.resource;

import static companion.resource.ResourceSamples.FR;
import static companion.resource.ResourceSamples.corrected;
import static companion.resource.ResourceSamples.edition;
import static companion.resource.ResourceSamples.original;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TranslationStatusTest {
  private static Edition french(int of, TranslationMethod method) {
    return edition(FR, 1, new Origin.Translated(of, method));
  }

  @Test
  void shouldCallTheOriginalOriginal() {
    assertThat(TranslationStatus.of(original(2), Optional.of(original(2))))
        .isEqualTo(TranslationStatus.ORIGINAL);
  }

  @Test
  void shouldCallATranslationOfTheLatestRevisionCurrent() {
    assertThat(TranslationStatus.of(french(2, TranslationMethod.HUMAN), Optional.of(original(2))))
        .isEqualTo(TranslationStatus.CURRENT);
  }

  @Test
  void shouldCallAMachinesTranslationOfTheLatestRevisionMachine() {
    assertThat(TranslationStatus.of(french(2, TranslationMethod.MACHINE), Optional.of(original(2))))
        .isEqualTo(TranslationStatus.MACHINE);
  }

  @Test
  void shouldCallAMachinesTranslationThatAPersonMendedReviewed() {
    assertThat(
            TranslationStatus.of(
                french(2, TranslationMethod.MACHINE_REVIEWED), Optional.of(original(2))))
        .isEqualTo(TranslationStatus.MACHINE_REVIEWED);
  }

  @ParameterizedTest
  @EnumSource(TranslationMethod.class)
  void shouldCallATranslationOutdatedWhoeverMadeItOnceTheOriginalHasMovedOn(
      TranslationMethod method) {
    assertThat(TranslationStatus.of(french(1, method), Optional.of(original(2))))
        .isEqualTo(TranslationStatus.OUTDATED);
  }

  @Test
  void shouldLeaveATranslationCurrentWhenTheOriginalIsCorrected() {
    Edition original = corrected(original(1), "A date was wrong.");

    assertThat(TranslationStatus.of(french(1, TranslationMethod.HUMAN), Optional.of(original)))
        .isEqualTo(TranslationStatus.CURRENT);
  }

  @ParameterizedTest
  @EnumSource(TranslationMethod.class)
  void shouldCallNothingOutdatedWhereThereIsNoOriginal(TranslationMethod method) {
    assertThat(TranslationStatus.of(french(1, method), Optional.empty()))
        .isNotEqualTo(TranslationStatus.OUTDATED);
  }
}
