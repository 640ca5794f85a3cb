package dev.belay.xml.type;

import dev.belay.xml.XmlBuffer;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A class with one field for each kind of mapping, for tests that fill what they need; it is its
 * own draft.
 */
final class Sample {
    int id;
    @Nullable String color;
    boolean flag = true;
    @Nullable String first;
    int number = 10;
    @Nullable Long wide;
    List<String> items = List.of();
    int[] numbers = {};
    @Nullable String left;
    @Nullable Integer right;
    @Nullable Choice choice;
    List<Choice> choices = List.of();
    List<Pair> pairs = List.of();
    @Nullable XmlBuffer any;
    List<XmlBuffer> rest = List.of();
    Map<XmlName, String> attributes = Map.of();
    String text = "";

    static XmlName name(String localName) {
        return XmlName.of("urn:s", localName);
    }

    static XmlName plain(String localName) {
        return XmlName.of("", localName);
    }

    static StructBuilder<Sample, Sample> describe() {
        return StructType.<Sample, Sample>of(name("Sample"), Sample::new, s -> s);
    }

    /** A sealed interface with a form for each element. */
    sealed interface Choice {
        ChoiceType<Choice> TYPE =
                ChoiceType.<Choice>of("Choice")
                        .element(name("Word"), XmlTypes.STRING, Word.class, Word::value, Word::new)
                        .element(name("Count"), XmlTypes.INT, Count.class, Count::value, Count::new)
                        .any(Wildcard.other("urn:s"), Strange.class, Strange::element, Strange::new)
                        .build();

        record Word(String value) implements Choice {}

        record Count(int value) implements Choice {}

        record Strange(XmlBuffer element) implements Choice {}
    }

    /** A group of two elements. */
    record Pair(String key, int value) {
        static final StructType<Pair, Draft> TYPE =
                StructType.of(name("Pair"), Draft::new, Draft::build)
                        .element(name("Key"), XmlTypes.STRING, Pair::key, (d, v) -> d.key = v)
                        .intElement(name("Value"), XmlTypes.INT, Pair::value, (d, v) -> d.value = v)
                        .build();

        static final class Draft {
            private String key = "";
            private int value;

            Pair build() {
                return new Pair(key, value);
            }
        }
    }
}
