package dev.belay.xml.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;
import dev.belay.xml.XmlDateTime;
import dev.belay.xml.XmlDuration;
import dev.belay.xml.XmlName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Types that extend one another. */
final class PolymorphicTypeTest {
    private static final String XSI = " xmlns:i='http://www.w3.org/2001/XMLSchema-instance'";
    private static final XmlName ROOT = Sample.name("Animal");

    /** A type that is not abstract, and one that extends it. */
    private sealed interface Animal {
        XmlType<Animal> TYPE =
                PolymorphicType.<Animal>of(Sample.name("Animal"))
                        .base(Plain.class, () -> Plain.TYPE)
                        .type(Dog.class, () -> Dog.TYPE)
                        .build();

        record Plain(String name) implements Animal {
            static final StructType<Plain, Draft> TYPE =
                    StructType.of(Sample.name("Animal"), Draft::new, d -> new Plain(d.name))
                            .element(
                                    Sample.name("Name"),
                                    XmlTypes.STRING,
                                    Plain::name,
                                    (d, v) -> d.name = v)
                            .build();
        }

        record Dog(String name, int age, @Nullable Animal friend) implements Animal {
            static final StructType<Dog, Draft> TYPE =
                    StructType.of(
                                    Sample.name("Dog"),
                                    Draft::new,
                                    d -> new Dog(d.name, d.age, d.friend))
                            .element(
                                    Sample.name("Name"),
                                    XmlTypes.STRING,
                                    Dog::name,
                                    (d, v) -> d.name = v)
                            .intElement(
                                    Sample.name("Age"), XmlTypes.INT, Dog::age, (d, v) -> d.age = v)
                            .element(
                                    Sample.name("Friend"),
                                    () -> Animal.TYPE,
                                    Dog::friend,
                                    (d, v) -> d.friend = v)
                            .optional()
                            .build();
        }

        final class Draft {
            private String name = "";
            private int age;
            private @Nullable Animal friend;
        }
    }

    @Test
    void theBaseNeedsNoTypeName() {
        Animal plain = new Animal.Plain("a");
        String text = Documents.write(Animal.TYPE, ROOT, plain);
        assertEquals("<Animal xmlns=\"urn:s\"><Name>a</Name></Animal>", text);
        assertEquals(plain, Documents.read(Animal.TYPE, text));
        assertEquals(
                plain,
                Documents.read(
                        Animal.TYPE,
                        "<Animal i:type='Animal' xmlns='urn:s'"
                                + XSI
                                + "><Name>a</Name></Animal>"));
    }

    @Test
    void theTypeNameSaysWhichRecordItIs() {
        Animal dog = new Animal.Dog("a", 3, new Animal.Dog("b", 4, new Animal.Plain("c")));
        String text = Documents.write(Animal.TYPE, ROOT, dog);
        assertEquals(dog, Documents.read(Animal.TYPE, text));
        byte[] binary = Documents.writeBinary(Animal.TYPE, ROOT, dog);
        assertEquals(dog, Documents.read(Animal.TYPE, Documents.binary(binary)));
    }

    @Test
    void anUnknownTypeNameIsRefused() {
        for (String type : List.of("Cat", "x:Dog", "undeclared:Dog", "a b")) {
            String text =
                    "<Animal i:type='" + type + "' xmlns='urn:s' xmlns:x='urn:x'" + XSI + "/>";
            var thrown =
                    assertThrows(BelayException.class, () -> Documents.read(Animal.TYPE, text));
            assertEquals(ErrorCode.INVALID_FORMAT, thrown.code());
        }
    }

    @Test
    void anAbstractTypeNeedsATypeName() {
        var thrown =
                assertThrows(
                        BelayException.class,
                        () ->
                                Documents.read(
                                        Shape.TYPE,
                                        "<Shape xmlns='http://example.org/shop/data'/>"));
        assertTrue(thrown.getMessage().contains("abstract type"), thrown.getMessage());
    }

    @Test
    void depthIsBoundedByTheReader() {
        Animal animal = new Animal.Plain("a");
        for (int i = 0; i < 40; i++) {
            animal = new Animal.Dog("d", 1, animal);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(i == 0 ? "<Animal xmlns='urn:s'" + XSI : "<Friend")
                    .append(" i:type='Dog'><Name>d</Name><Age>1</Age>");
        }
        var thrown =
                assertThrows(
                        BelayException.class, () -> Documents.read(Animal.TYPE, text.toString()));
        assertEquals(ErrorCode.QUOTA_EXCEEDED, thrown.code());
        Animal deep = animal;
        assertThrows(BelayException.class, () -> Documents.write(Animal.TYPE, ROOT, deep));
    }

    @Test
    void anyTypeTakesWhatItKnows() {
        AnyType type = XmlTypes.ANY_TYPE.with(Line.class, () -> Line.TYPE);
        List<Object> values =
                List.of(
                        "text",
                        true,
                        (byte) -1,
                        (short) 2,
                        3,
                        4L,
                        1.5f,
                        2.5,
                        new BigDecimal("1.50"),
                        BigInteger.TEN.pow(30),
                        BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
                        UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                        Duration.ofMillis(1500),
                        'x',
                        XmlName.of("urn:n", "n"),
                        XmlDate.parse("2026-01-02Z"),
                        XmlTime.parse("03:04:05.5"),
                        XmlDateTime.parse("2026-01-02T03:04:05+00:00"),
                        XmlDuration.parse("P1Y2M"),
                        new Line("s", 1, BigDecimal.ONE));
        for (Object value : values) {
            assertEquals(value, Documents.read(type, Documents.write(type, ROOT, value)));
            byte[] binary = Documents.writeBinary(type, ROOT, value);
            assertEquals(value, Documents.read(type, Documents.binary(binary)));
        }
        String unknown = "<Animal xmlns=\"urn:s\"><a/></Animal>";
        Object buffer = Documents.read(type, unknown);
        assertEquals(Documents.buffer(unknown), buffer);
        assertEquals(unknown, Documents.write(type, ROOT, buffer));
        assertThrows(IllegalArgumentException.class, () -> Documents.write(type, ROOT, List.of()));
    }
}
