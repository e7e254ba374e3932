package companion.function.resources;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import java.util.List;

/** {@code openapi.yaml}, asked whether what was sent and what came back are as it says. */
final class Contract {
  private final OpenApiInteractionValidator validator;

  private Contract(OpenApiInteractionValidator validator) {
    this.validator = validator;
  }

  static Contract read() {
    return new Contract(
        OpenApiInteractionValidator.createForInlineApiSpecification(ProjectFiles.contract())
            .withLevelResolver(
                LevelResolver.create()
                    .withDefaultLevel(Level.ERROR)
                    .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
                    .build())
            .build());
  }

  /** What is in the answer and not in the contract, or the other way round. */
  List<String> violations(Ask ask, Answer answer) {
    SimpleResponse.Builder response = new SimpleResponse.Builder(answer.status());
    answer.headers().forEach(response::withHeader);
    if (!answer.text().isEmpty()) {
      response.withBody(answer.text());
    }
    return messages(validator.validateResponse(path(ask), method(ask), response.build()));
  }

  /** What the contract would not let a client send. */
  List<String> violations(Ask ask) {
    SimpleRequest.Builder request = new SimpleRequest.Builder(method(ask), path(ask));
    ask.query()
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) { // counts as absent
                request.withQueryParam(name, value);
              }
            });
    ask.headers().forEach(request::withHeader);
    return messages(validator.validateRequest(request.build()));
  }

  /** Any value of a path parameter will do to find the operation. */
  private static String path(Ask ask) {
    return ask.path().replace("{id}", "some-id");
  }

  private static Request.Method method(Ask ask) {
    return Request.Method.valueOf(ask.method());
  }

  private static List<String> messages(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == Level.ERROR)
        .map(
            message ->
                message.getKey()
                    + ": "
                    + message.getMessage()
                    + message
                        .getContext()
                        .flatMap(ValidationReport.MessageContext::getPointers)
                        .map(pointers -> " at " + pointers.getInstance())
                        .orElse(""))
        .toList();
  }
}
