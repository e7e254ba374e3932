package companion.deployment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * YAML as CloudFormation writes it: {@code !Sub x} is read as its long form {@code {"Fn::Sub": x}}.
 */
final class TemplateYaml {
  private TemplateYaml() {}

  static @Nullable Object parse(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new Tags(options)).load(text);
    } catch (YAMLException e) {
      throw new TemplateFailure("not readable as YAML: " + e.getMessage());
    }
  }

  private static final class Tags extends SafeConstructor {
    Tags(LoaderOptions options) {
      super(options);
      yamlMultiConstructors.put("!", new LongForm());
    }

    @Override
    protected void constructMapping2ndStep(MappingNode node, Map<Object, Object> mapping) {
      super.constructMapping2ndStep(node, mapping);
      if (mapping.containsKey(null)) { // as the operator Null would be, without its quotes
        throw new TemplateFailure(
            "line "
                + (node.getStartMark().getLine() + 1)
                + ": a name that YAML reads as nothing; it needs quotes");
      }
    }

    private final class LongForm extends AbstractConstruct {
      @Override
      public Object construct(Node node) {
        String tag = node.getTag().getValue().substring(1);
        boolean plain = tag.equals("Ref") || tag.equals("Condition");
        var longForm = new LinkedHashMap<String, @Nullable Object>();
        longForm.put(plain ? tag : "Fn::" + tag, argument(node));
        return longForm;
      }

      private @Nullable Object argument(Node node) {
        return switch (node) {
          case ScalarNode scalar -> scalar.getValue();
          case SequenceNode sequence -> constructSequence(sequence);
          case MappingNode mapping -> constructMapping(mapping);
          default -> throw new TemplateFailure("not readable: " + node.getTag());
        };
      }

      private Map<Object, Object> constructMapping(MappingNode node) {
        return Tags.this.constructMapping(node);
      }
    }
  }
}
