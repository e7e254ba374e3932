package companion.local.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The demo people, in the order of {@code people.json}. */
public record People(List<Person> all) {
  public People {
    all = List.copyOf(all);
  }

  /** Reads {@code people.json}, which is part of this module. */
  public static People demo() {
    try (InputStream file =
        Objects.requireNonNull(People.class.getResourceAsStream("/people.json"))) {
      return new People(
          new ObjectMapper().readTree(file).valueStream().map(People::person).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Person person(JsonNode node) {
    return new Person(
        node.path("name").asText(),
        node.path("displayName").asText(),
        node.path("role").asText(),
        node.path("groups").valueStream().map(JsonNode::asText).toList(),
        node.path("language").asText(),
        node.path("region").asText(),
        ZoneId.of(node.path("zone").asText()));
  }

  public Optional<Person> named(String name) {
    return all.stream().filter(person -> person.name().equals(name)).findFirst();
  }
}
