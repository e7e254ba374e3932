package companion.local.gateway;

import companion.deployment.Template;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request as HTTP APIs do: the most specific path whose method fits; a literal
 * segment goes before a parameter, that before a greedy one, and a named method before ANY.
 */
final class RouteTable {
  /** A route, and the values of its path parameters, decoded. */
  record Match(Template.Route route, Map<String, String> parameters) {}

  private sealed interface Segment {
    record Literal(String text) implements Segment {}

    record Parameter(String name) implements Segment {}

    record Greedy(String name) implements Segment {}

    static Segment of(String text) {
      if (!text.startsWith("{") || !text.endsWith("}")) {
        return new Literal(text);
      }
      String name = text.substring(1, text.length() - 1);
      return name.endsWith("+")
          ? new Greedy(name.substring(0, name.length() - 1))
          : new Parameter(name);
    }

    default int rank() {
      return switch (this) {
        case Literal _ -> 0;
        case Parameter _ -> 1;
        case Greedy _ -> 2;
      };
    }
  }

  private record Entry(Template.Route route, List<Segment> segments) {
    static Entry of(Template.Route route) {
      return new Entry(route, split(route.path()).stream().map(Segment::of).toList());
    }

    private static int compareSpecificity(Entry one, Entry other) {
      int common = Math.min(one.segments.size(), other.segments.size());
      for (int i = 0; i < common; i++) {
        int difference = Integer.compare(one.segments.get(i).rank(), other.segments.get(i).rank());
        if (difference != 0) {
          return difference;
        }
      }
      return Integer.compare(other.segments.size(), one.segments.size());
    }
  }

  private final List<Entry> entries;

  RouteTable(List<Template.Route> routes) {
    entries =
        routes.stream()
            .map(Entry::of)
            .sorted(
                ((Comparator<Entry>) Entry::compareSpecificity)
                    .thenComparing(entry -> entry.route().method().equals("ANY")))
            .toList();
  }

  /**
   * @param rawPath percent-encoded; a slash that is encoded does not separate segments
   */
  Optional<Match> find(String method, String rawPath) {
    List<String> segments = split(rawPath).stream().map(PercentEncoding::decodePath).toList();
    for (Entry entry : entries) {
      String wanted = entry.route().method();
      if (wanted.equals("ANY") || wanted.equals(method)) {
        Optional<Map<String, String>> parameters = match(entry.segments(), segments);
        if (parameters.isPresent()) {
          return Optional.of(new Match(entry.route(), parameters.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Map<String, String>> match(List<Segment> wanted, List<String> found) {
    var parameters = new LinkedHashMap<String, String>();
    for (int i = 0; i < wanted.size(); i++) {
      if (i >= found.size()) {
        return Optional.empty();
      }
      switch (wanted.get(i)) {
        case Segment.Literal(String text) -> {
          if (!text.equals(found.get(i))) {
            return Optional.empty();
          }
        }
        case Segment.Parameter(String name) -> {
          if (found.get(i).isEmpty()) {
            return Optional.empty();
          }
          parameters.put(name, found.get(i));
        }
        case Segment.Greedy(String name) -> {
          String rest = String.join("/", found.subList(i, found.size()));
          if (rest.isEmpty()) {
            return Optional.empty();
          }
          parameters.put(name, rest);
          return Optional.of(parameters);
        }
      }
    }
    return wanted.size() == found.size() ? Optional.of(parameters) : Optional.empty();
  }

  private static List<String> split(String path) {
    return List.of(path.split("/", -1));
  }
}
