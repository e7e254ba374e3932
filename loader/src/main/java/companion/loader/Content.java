package companion.loader;

import companion.languageservice.LanguageService;
import companion.vocabulary.Vocabulary;
import java.util.List;

/**
 * A folder of content in which nothing is wrong.
 *
 * @param resources those that are taken back first, and what others refer to before them
 * @param remarks what is as it should be, and yet might surprise
 */
public record Content(
    Vocabulary vocabulary,
    List<LanguageService> services,
    List<ResourceContent> resources,
    List<String> remarks) {
  public Content {
    services = List.copyOf(services);
    resources = List.copyOf(resources);
    remarks = List.copyOf(remarks);
  }
}
