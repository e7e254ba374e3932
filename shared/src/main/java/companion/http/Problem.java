package companion.http;

import java.util.List;
import java.util.Map;

/**
 * A failure as a client is told (RFC 9457).
 *
 * @param errors where the request's parameters are at fault
 * @param facts members beside the standard ones: texts, or lists of texts
 */
public record Problem(Failure failure, List<ParameterError> errors, Map<String, Object> facts) {
  public static Problem of(Failure failure) {
    return new Problem(failure, List.of(), Map.of());
  }

  public static Problem of(Failure failure, Map<String, Object> facts) {
    return new Problem(failure, List.of(), facts);
  }

  static Problem of(List<ParameterError> errors) {
    return new Problem(Failure.INVALID_PARAMETER, errors, Map.of());
  }
}
