package companion.loader;

import companion.loader.ResourceContent.Offered;
import companion.loader.ResourceFolder.Draft;
import companion.loader.ResourceFolder.Pointer;
import companion.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Puts resources in an order in which each stands after those that it refers to. */
final class Relations {
  private final SortedMap<ResourceId, Draft> drafts;
  private final Problems problems;
  private final List<Draft> placed = new ArrayList<>();
  private final Set<ResourceId> walked = new HashSet<>();

  Relations(SortedMap<ResourceId, Draft> drafts, Problems problems) {
    this.drafts = drafts;
    this.problems = problems;
  }

  /** All drafts, targets of relations first; what has no such order is reported. */
  List<Draft> ordered() {
    drafts.values().forEach(draft -> place(draft, new ArrayList<>()));
    return List.copyOf(placed);
  }

  private void place(Draft draft, List<ResourceId> path) {
    if (!walked.add(draft.id())) {
      return;
    }
    path.add(draft.id());
    Problems.InFile file = problems.in(draft.factsFile());
    for (Pointer pointer : draft.pointers()) {
      ResourceId target = pointer.relation().target();
      Draft next = drafts.get(target);
      if (next == null) {
        file.at(pointer.line(), "there is no resource “" + target + "” in this folder");
      } else if (path.contains(target)) {
        file.at(pointer.line(), "relations go in a circle: " + circle(path, target));
      } else {
        if (isNarrower(next, draft)) {
          file.at(
              pointer.line(), "“" + target + "” is for fewer readers, who alone may know of it");
        }
        place(next, path);
      }
    }
    path.removeLast();
    placed.add(draft);
  }

  private static boolean isNarrower(Draft target, Draft source) {
    return target.content().orElse(null) instanceof Offered offeredTarget
        && source.content().orElse(null) instanceof Offered offeredSource
        && !offeredTarget.facts().audience().includes(offeredSource.facts().audience());
  }

  private static String circle(List<ResourceId> path, ResourceId target) {
    List<ResourceId> circle = new ArrayList<>(path.subList(path.indexOf(target), path.size()));
    circle.add(target);
    return circle.stream().map(ResourceId::value).collect(Collectors.joining(" → "));
  }
}
