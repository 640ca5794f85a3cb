package dev.belay.metadata.schema;

import static dev.belay.metadata.Documents.content;
import static dev.belay.metadata.Documents.member;
import static dev.belay.metadata.Documents.messages;
import static dev.belay.metadata.Documents.readSchema;
import static dev.belay.metadata.Documents.shape;
import static dev.belay.metadata.Documents.struct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.metadata.Documents;
import dev.belay.metadata.Metadata;
import dev.belay.xml.XmlName;

import org.junit.jupiter.api.Test;

import java.util.List;

class ShapesTest {
    @Test
    void builtInTypesKeepTheirValueSpaces() {
        StructShape struct =
                content(
                        """
                        <xs:sequence>
                          <xs:element name="a" type="xs:unsignedInt"/>
                          <xs:element name="b" type="xs:positiveInteger"/>
                          <xs:element name="c" type="xs:NMTOKEN"/>
                          <xs:element name="d" type="xs:gMonthDay"/>
                          <xs:element name="e"/>
                        </xs:sequence>\
                        """);
        assertEquals(ValueShape.of(ValueKind.UNSIGNED_INT), shape(struct, "a"));
        assertEquals(ValueShape.of(ValueKind.INTEGER), shape(struct, "b"));
        assertEquals(ValueShape.of(ValueKind.STRING), shape(struct, "c"));
        assertEquals(ValueShape.of(ValueKind.MONTH_DAY), shape(struct, "d"));
        assertEquals(ValueShape.of(ValueKind.XML), shape(struct, "e"));
    }

    @Test
    void optionalAndNillableAreTwoThings() {
        StructShape struct =
                content(
                        """
                        <xs:sequence>
                          <xs:element name="a" type="xs:int" minOccurs="0"/>
                          <xs:element name="b" type="xs:int" nillable="true"/>
                          <xs:element name="c" type="xs:int" maxOccurs="unbounded"/>
                        </xs:sequence>\
                        """);
        assertTrue(member(struct, "a").isOptional());
        assertFalse(member(struct, "a").nillable());
        assertFalse(member(struct, "b").isOptional());
        assertTrue(member(struct, "b").nillable());
        assertTrue(member(struct, "c").repeats());
        assertFalse(member(struct, "c").isOptional());
    }

    @Test
    void recursiveStructuresLeadBackToThemselves() {
        StructShape node =
                struct(
                        """
                        <xs:element name="In" type="t:Node"/>
                        <xs:complexType name="Node"><xs:sequence>
                          <xs:element name="next" type="t:Node" minOccurs="0"/>
                        </xs:sequence></xs:complexType>\
                        """);
        assertSame(node, shape(node, "next"));
    }

    @Test
    void basesMayBeNamedByMembersOfTheirOwnDerivedTypes() {
        Metadata metadata =
                readSchema(
                        """
                        <xs:element name="In" type="t:And"/>
                        <xs:complexType name="Expression" abstract="true"/>
                        <xs:complexType name="Operator"><xs:complexContent>
                          <xs:extension base="t:Expression"><xs:sequence>
                            <xs:element name="left" type="t:And"/>
                          </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
                        <xs:complexType name="And"><xs:complexContent>
                          <xs:extension base="t:Operator"/></xs:complexContent></xs:complexType>\
                        """);
        assertEquals(List.of(), messages(metadata));
        StructShape and = struct(metadata);
        assertSame(and, shape(and, "left"));
        assertEquals("Operator", and.base().name().localName());
    }

    @Test
    void derivedTypesAreFoundThoughNobodyNamesThem() {
        StructShape shape =
                struct(
                        """
                        <xs:element name="In" type="t:Shape"/>
                        <xs:complexType name="Shape"><xs:sequence>
                          <xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
                        <xs:complexType name="Circle"><xs:complexContent>
                          <xs:extension base="t:Shape"><xs:sequence>
                            <xs:element name="radius" type="xs:double"/>
                          </xs:sequence></xs:extension></xs:complexContent></xs:complexType>\
                        """);
        StructShape circle = shape.derived().getFirst();
        assertEquals("Circle", circle.name().localName());
        assertEquals(
                List.of("name", "radius"),
                circle.members().stream().map(m -> m.name().localName().toString()).toList());
    }

    @Test
    void onlyTypesThatAreNothingButListsAreArrays() {
        StructShape struct =
                struct(
                        """
                        <xs:element name="In"><xs:complexType><xs:sequence>
                          <xs:element name="a" type="t:ArrayOfInt"/>
                          <xs:element name="b" type="t:ArrayOfPlus"/>
                          <xs:element name="c" type="t:Orders"/>
                        </xs:sequence></xs:complexType></xs:element>
                        <xs:complexType name="ArrayOfInt"><xs:sequence>
                          <xs:element name="int" type="xs:int" minOccurs="0" maxOccurs="unbounded"/>
                        </xs:sequence></xs:complexType>
                        <xs:complexType name="ArrayOfPlus"><xs:sequence>
                          <xs:element name="int" type="xs:int" minOccurs="0" maxOccurs="unbounded"/>
                        </xs:sequence><xs:attribute name="more" type="xs:int"/></xs:complexType>
                        <xs:complexType name="Orders"><xs:sequence>
                          <xs:element name="order" type="xs:int" minOccurs="0" maxOccurs="9"/>
                        </xs:sequence></xs:complexType>\
                        """);
        assertNotNull(((StructShape) shape(struct, "a")).arrayItem());
        assertNull(((StructShape) shape(struct, "b")).arrayItem());
        assertNull(((StructShape) shape(struct, "c")).arrayItem());
    }

    @Test
    void enumerationsMayHaveAnyValues() {
        EnumShape status =
                assertInstanceOf(
                        EnumShape.class,
                        shape(
                                content(
                                        """
                                        <xs:sequence><xs:element name="a"><xs:simpleType>
                                          <xs:restriction base="xs:string">
                                            <xs:enumeration value="Sent-Out"/>
                                            <xs:enumeration value=""/>
                                            <xs:enumeration value="1"/>
                                          </xs:restriction></xs:simpleType></xs:element>
                                        </xs:sequence>\
                                        """),
                                "a"));
        assertEquals(
                List.of("Sent-Out", "", "1"),
                status.values().stream().map(EnumShape.EnumValue::value).toList());
        assertEquals(List.of("In"), status.name().owners());
    }

    @Test
    void facetsAreKeptAsWords() {
        ValueShape value =
                (ValueShape)
                        shape(
                                content(
                                        """
                                        <xs:sequence><xs:element name="a"><xs:simpleType>
                                          <xs:restriction base="xs:string">
                                            <xs:pattern value="[A-Z]{2}"/>
                                            <xs:maxLength value="2"/>
                                          </xs:restriction></xs:simpleType></xs:element>
                                        </xs:sequence>\
                                        """),
                                "a");
        assertEquals(List.of("pattern [A-Z]{2}", "maxLength 2"), value.facets());
    }

    @Test
    void choicesStayGroupsUnlessTheirBranchesShareElements() {
        StructShape apart =
                content(
                        """
                        <xs:choice><xs:element name="a" type="xs:int"/>
                          <xs:sequence><xs:element name="b" type="xs:int"/>
                            <xs:element name="c" type="xs:int"/></xs:sequence></xs:choice>\
                        """);
        Content.Group choice = (Content.Group) apart.contents().getFirst();
        assertEquals(Content.Kind.CHOICE, choice.kind());
        assertTrue(member(apart, "b").mayBeAbsent());
        assertFalse(member(apart, "b").isOptional());

        StructShape shared =
                content(
                        """
                        <xs:choice>
                          <xs:sequence><xs:element name="a" type="xs:int"/>
                            <xs:element name="b" type="xs:int"/></xs:sequence>
                          <xs:sequence><xs:element name="a" type="xs:int"/>
                            <xs:element name="c" type="xs:int"/></xs:sequence></xs:choice>\
                        """);
        Content.Group loose = (Content.Group) shared.contents().getFirst();
        assertEquals(Content.Kind.SEQUENCE, loose.kind());
        assertEquals(3, shared.members().size());
        assertTrue(shared.members().stream().allMatch(Member::isOptional));
    }

    @Test
    void nilThatAChoiceCannotKeepIsAWarning() {
        String one =
                """
                <xs:element name="In"><xs:complexType><xs:choice%s>
                <xs:element name="a" type="xs:int" nillable="true"/>
                <xs:element name="b" type="xs:int"%s/></xs:choice></xs:complexType></xs:element>\
                """;
        assertEquals(List.of(), messages(readSchema(one.formatted("", ""))));
        String lost =
                "http://test/a.wsdl:5:39: warning: <xs:choice>: a nil alternative of this choice"
                        + " reads like no alternative";
        assertEquals(List.of(lost), messages(readSchema(one.formatted(" minOccurs='0'", ""))));
        assertEquals(List.of(lost), messages(readSchema(one.formatted("", " nillable='true'"))));
        assertEquals(
                List.of(
                        "http://test/a.wsdl:5:39: warning: <xs:choice>: a repeated choice of groups"
                                + " or of nillable elements is kept as XML"),
                messages(readSchema(one.formatted(" maxOccurs='2'", ""))));
    }

    @Test
    void groupsThatRepeatAreOneMember() {
        StructShape choices =
                content(
                        """
                        <xs:choice maxOccurs="unbounded"><xs:element name="a" type="xs:int"/>
                          <xs:element name="b" type="xs:int"/></xs:choice>\
                        """);
        assertEquals(Member.Kind.CHOICE, choices.members().getFirst().kind());
        assertEquals(2, choices.members().getFirst().alternatives().size());
        StructShape pairs =
                content(
                        """
                        <xs:sequence maxOccurs="unbounded"><xs:element name="a" type="xs:int"/>
                          <xs:element name="b" type="xs:int"/></xs:sequence>\
                        """);
        assertEquals(Member.Kind.GROUP, pairs.members().getFirst().kind());
        StructShape single =
                content(
                        """
                        <xs:sequence maxOccurs="unbounded">
                          <xs:element name="a" type="xs:int"/></xs:sequence>\
                        """);
        assertEquals(Member.Kind.ELEMENT, single.members().getFirst().kind());
        assertTrue(single.members().getFirst().repeats());
    }

    @Test
    void attributesTextAndWildcardsAreMembers() {
        StructShape struct =
                content(
                        """
                        <xs:simpleContent><xs:extension base="xs:decimal">
                          <xs:attribute name="unit" type="xs:string" use="required"/>
                          <xs:attribute ref="xml:lang"/>
                          <xs:attribute name="rate" type="xs:int" default="7"/>
                          <xs:anyAttribute namespace="##other"/>
                        </xs:extension></xs:simpleContent>\
                        """);
        assertEquals(
                List.of(
                        Member.Kind.TEXT,
                        Member.Kind.ATTRIBUTE,
                        Member.Kind.ATTRIBUTE,
                        Member.Kind.ATTRIBUTE,
                        Member.Kind.ANY_ATTRIBUTES),
                struct.members().stream().map(Member::kind).toList());
        assertFalse(member(struct, "unit").isOptional());
        assertEquals("7", member(struct, "rate").defaultValue());
        assertEquals(
                new Namespaces(Namespaces.Rule.OTHER, List.of("urn:t")),
                member(struct, "anyAttributes").namespaces());
    }

    @Test
    void referencesAndGroupsAreFollowed() {
        StructShape struct =
                struct(
                        """
                        <xs:element name="In"><xs:complexType><xs:sequence>
                          <xs:group ref="t:pair"/><xs:element ref="t:other" minOccurs="0"/>
                        </xs:sequence><xs:attributeGroup ref="t:common"/></xs:complexType></xs:element>
                        <xs:group name="pair"><xs:sequence><xs:element name="a" type="xs:int"/>
                          <xs:element name="b" type="xs:int"/></xs:sequence></xs:group>
                        <xs:attributeGroup name="common">
                          <xs:attribute name="id" type="xs:ID"/></xs:attributeGroup>
                        <xs:element name="other" type="xs:string" nillable="true"/>\
                        """);
        assertEquals(
                List.of("a", "b", "other", "id"),
                struct.members().stream().map(m -> m.name().localName().toString()).toList());
        assertTrue(member(struct, "other").nillable());
        assertEquals(XmlName.of("", "id"), member(struct, "id").name());
    }

    @Test
    void substitutesOfAnElementAreAChoice() {
        StructShape struct =
                struct(
                        """
                        <xs:element name="In"><xs:complexType><xs:sequence>
                          <xs:element ref="t:head"/></xs:sequence></xs:complexType></xs:element>
                        <xs:element name="head" type="xs:string" abstract="true"/>
                        <xs:element name="x" substitutionGroup="t:head"/>
                        <xs:element name="y" substitutionGroup="t:x"/>\
                        """);
        Content.Group choice = (Content.Group) struct.contents().getFirst();
        assertEquals(Content.Kind.CHOICE, choice.kind());
        assertEquals(
                List.of("x", "y"),
                struct.members().stream().map(m -> m.name().localName().toString()).toList());
        assertEquals(ValueShape.of(ValueKind.STRING), shape(struct, "y"));
    }

    @Test
    void whatCannotBeExpressedIsXmlWithAWarning() {
        Metadata metadata =
                readSchema(
                        """
                        <xs:element name="In"><xs:complexType><xs:sequence>
                          <xs:element name="a"><xs:complexType mixed="true"><xs:sequence>
                            <xs:element name="b" type="xs:int"/></xs:sequence></xs:complexType>
                          </xs:element></xs:sequence></xs:complexType></xs:element>\
                        """);
        assertEquals(ValueShape.of(ValueKind.XML), shape(struct(metadata), "a"));
        assertEquals(
                List.of(
                        "http://test/a.wsdl:6:24: warning: <xs:complexType>: text among elements"
                                + " (mixed) is kept as XML"),
                messages(metadata));
    }

    @Test
    void listsAndUnions() {
        StructShape struct =
                content(
                        """
                        <xs:sequence>
                          <xs:element name="a"><xs:simpleType><xs:list><xs:simpleType>
                            <xs:restriction base="xs:string"><xs:enumeration value="x"/>
                            </xs:restriction></xs:simpleType></xs:list></xs:simpleType></xs:element>
                          <xs:element name="b"><xs:simpleType>
                            <xs:union memberTypes="xs:token xs:string"/></xs:simpleType></xs:element>
                          <xs:element name="c"><xs:simpleType>
                            <xs:union memberTypes="xs:int xs:string"/></xs:simpleType></xs:element>
                        </xs:sequence>\
                        """);
        assertInstanceOf(EnumShape.class, ((ListShape) shape(struct, "a")).item());
        assertEquals(ValueKind.STRING, ((ValueShape) shape(struct, "b")).kind());
        assertEquals(ValueKind.STRING, ((ValueShape) shape(struct, "c")).kind());
    }

    @Test
    void dataContractTypesAreKnown() {
        Metadata metadata =
                new Documents()
                        .add(
                                "a.wsdl",
                                Documents.wsdl(
                                        """
                                        <xs:import namespace="http://schemas.microsoft.com/2003/10/Serialization/"
                                          schemaLocation="ser.xsd"/>
                                        <xs:element name="In" xmlns:ser="http://schemas.microsoft.com/2003/10/Serialization/">
                                          <xs:complexType><xs:sequence>
                                          <xs:element name="a" type="ser:guid"/>
                                          <xs:element name="b" type="ser:char"/>
                                          <xs:element name="c" type="ser:duration"/>
                                        </xs:sequence></xs:complexType></xs:element>\
                                        """))
                        .add(
                                "ser.xsd",
                                """
                                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
                                  targetNamespace="http://schemas.microsoft.com/2003/10/Serialization/"/>\
                                """)
                        .read("a.wsdl");
        assertTrue(metadata.dataContracts());
        assertEquals(ValueShape.of(ValueKind.GUID), shape(struct(metadata), "a"));
        assertEquals(ValueShape.of(ValueKind.CHAR), shape(struct(metadata), "b"));
        assertEquals(ValueShape.of(ValueKind.TIME_SPAN), shape(struct(metadata), "c"));
    }
}
