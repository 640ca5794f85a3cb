package dev.belay.metadata;

import static dev.belay.metadata.Documents.messages;
import static dev.belay.metadata.Documents.readSchema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.metadata.document.MetadataLimits;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every problem is told, with document, line, column and construct. */
class DiagnosticsTest {
    private static final String IN = "<xs:element name='In' type='xs:string'/>\n";

    @Test
    void allProblemsAreToldInOneRun() {
        Metadata metadata =
                readSchema(
                        """
                        <xs:element name="In"><xs:complexType><xs:sequence>
                          <xs:element name="a" type="t:Missing"/>
                          <xs:element ref="t:missing"/>
                          <xs:element name="c" type="none:x"/>
                        </xs:sequence></xs:complexType></xs:element>\
                        """);
        assertTrue(metadata.failed());
        assertEquals(
                List.of(
                        "http://test/a.wsdl:6:3: error: <xs:element name=\"a\">: there is no type"
                                + " Missing in namespace urn:t",
                        "http://test/a.wsdl:7:3: error: <xs:element ref=\"t:missing\">: there is no"
                                + " element missing in namespace urn:t",
                        "http://test/a.wsdl:8:3: error: <xs:element name=\"c\">: the prefix of"
                                + " none:x is not declared"),
                messages(metadata));
    }

    @Test
    void circlesEnd() {
        Metadata metadata =
                readSchema(
                        """
                        <xs:element name="In"><xs:complexType><xs:sequence>
                          <xs:element name="a" type="t:A"/>
                          <xs:element name="s" type="t:S"/>
                          <xs:group ref="t:g"/>
                        </xs:sequence><xs:attributeGroup ref="t:h"/></xs:complexType></xs:element>
                        <xs:complexType name="A"><xs:complexContent>
                          <xs:extension base="t:A"/></xs:complexContent></xs:complexType>
                        <xs:simpleType name="S"><xs:restriction base="t:S"/></xs:simpleType>
                        <xs:group name="g"><xs:sequence><xs:group ref="t:g"/></xs:sequence></xs:group>
                        <xs:attributeGroup name="h"><xs:attributeGroup ref="t:h"/></xs:attributeGroup>\
                        """);
        assertEquals(
                List.of(
                        "http://test/a.wsdl:10:1: error: <xs:complexType name=\"A\">: the type is"
                                + " based on itself",
                        "http://test/a.wsdl:12:1: error: <xs:simpleType name=\"S\">: the type is"
                                + " based on itself",
                        "http://test/a.wsdl:13:33: error: <xs:group ref=\"t:g\">: the group"
                                + " contains itself",
                        "http://test/a.wsdl:14:29: error: <xs:attributeGroup ref=\"t:h\">: the"
                                + " attribute group contains itself"),
                messages(metadata));
    }

    @Test
    void longChainsOfTypesAreRefused() {
        StringBuilder schema = new StringBuilder("<xs:element name='In' type='t:T0'/>\n");
        for (int i = 0; i < 3000; i++) {
            schema.append(
                    "<xs:simpleType name='T%d'><xs:restriction base='t:T%d'/></xs:simpleType>\n"
                            .formatted(i, i + 1));
        }
        schema.append(
                "<xs:simpleType name='T3000'><xs:restriction base='xs:int'/></xs:simpleType>\n");
        Metadata metadata = readSchema(schema.toString());
        assertTrue(
                messages(metadata).getFirst().contains("more than 400 types lead to one another"));
    }

    @Test
    void importsThatCannotBeReadAreToldWhereTheyStand() {
        Metadata metadata = readSchema("<xs:include schemaLocation='gone.xsd'/>\n" + IN);
        assertEquals(
                List.of(
                        "http://test/a.wsdl:5:1: error: <xs:include>: cannot read the document:"
                                + " there is no document http://test/gone.xsd"),
                messages(metadata));
    }

    @Test
    void wrongNamespacesOfImportsAreTold() {
        Metadata metadata =
                new Documents()
                        .add(
                                "a.wsdl",
                                Documents.wsdl(
                                        "<xs:import namespace='urn:x' schemaLocation='b.xsd'/>\n"
                                                + IN))
                        .add(
                                "b.xsd",
                                "<s:schema xmlns:s='http://www.w3.org/2001/XMLSchema'"
                                        + " targetNamespace='urn:y'/>")
                        .read("a.wsdl");
        assertEquals(
                List.of(
                        "http://test/a.wsdl:5:1: error: <xs:import>: expected namespace \"urn:x\""
                                + " but found \"urn:y\""),
                messages(metadata));
    }

    @Test
    void remoteDocumentsDoNotReachLocalFiles() {
        Metadata metadata = readSchema("<xs:include schemaLocation='file:///etc/passwd'/>\n" + IN);
        assertEquals(
                List.of(
                        "http://test/a.wsdl:5:1: error: <xs:include>: a remote document must not"
                                + " refer to a local file: file:///etc/passwd"),
                messages(metadata));
        assertTrue(
                messages(readSchema("<xs:include schemaLocation='jar:file:x!/y'/>\n" + IN))
                        .getFirst()
                        .contains("documents are read by file, http and https only"));
    }

    @Test
    void documentsAreCounted() {
        Documents documents = new Documents().limits(new MetadataLimits(3, 64, 10_000, 100_000));
        documents.add("a.wsdl", Documents.wsdl("<xs:include schemaLocation='x0.xsd'/>\n" + IN));
        for (int i = 0; i < 5; i++) {
            documents.add(
                    "x" + i + ".xsd",
                    "<s:schema xmlns:s='http://www.w3.org/2001/XMLSchema'"
                            + " targetNamespace='urn:t'>\n<s:include schemaLocation='x%d.xsd'/></s:schema>"
                                    .formatted(i + 1));
        }
        assertEquals(
                List.of(
                        "http://test/x1.xsd:2:1: error: <s:include>: more than 3 documents are"
                                + " needed"),
                messages(documents.read("a.wsdl")));
    }

    @Test
    void sizeAndDepthAreLimited() {
        Documents large = new Documents().limits(new MetadataLimits(3, 64, 100, 100_000));
        assertTrue(
                messages(large.add("a.wsdl", Documents.wsdl(IN)).read("a.wsdl"))
                        .getFirst()
                        .contains("is larger than 100 octets"));
        String deep = "<x>".repeat(100) + "</x>".repeat(100);
        Metadata metadata =
                new Documents()
                        .limits(new MetadataLimits(3, 64, 10_000, 100_000))
                        .add("a.wsdl", deep)
                        .read("a.wsdl");
        assertTrue(metadata.failed());
        assertTrue(messages(metadata).getFirst().startsWith("http://test/a.wsdl:1:"));
    }

    @Test
    void includesInCirclesAndChameleonsAreRead() {
        Metadata metadata =
                new Documents()
                        .add("a.wsdl", Documents.wsdl("<xs:include schemaLocation='sub/b.xsd'/>"))
                        .add(
                                "sub/b.xsd",
                                "<s:schema xmlns:s='http://www.w3.org/2001/XMLSchema'"
                                        + " elementFormDefault='qualified'>"
                                        + "<s:include schemaLocation='../c.xsd'/>"
                                        + "<s:element name='In' type='T'/></s:schema>")
                        .add(
                                "c.xsd",
                                "<s:schema xmlns:s='http://www.w3.org/2001/XMLSchema'>"
                                        + "<s:include schemaLocation='sub/b.xsd'/>"
                                        + "<s:complexType name='T'><s:sequence>"
                                        + "<s:element name='a' type='s:int'/></s:sequence>"
                                        + "</s:complexType></s:schema>")
                        .read("a.wsdl");
        assertEquals(List.of(), messages(metadata));
        assertEquals("urn:t", Documents.struct(metadata).name().namespace());
        assertEquals(
                "",
                Documents.member(Documents.struct(metadata), "a").name().namespace().toString());
    }

    @Test
    void entitiesAreNotExpanded() {
        Metadata metadata =
                new Documents()
                        .add("a.wsdl", "<!DOCTYPE a [<!ENTITY e \"x\">]>\n<a>&e;</a>")
                        .read("a.wsdl");
        assertTrue(metadata.failed());
        assertTrue(
                messages(metadata).getFirst().contains("the document type declaration is ignored"));
        assertTrue(messages(metadata).getLast().startsWith("http://test/a.wsdl:2:"));
    }

    @Test
    void placesSurviveOtherCharsetsAndInstructions() {
        String wsdl =
                "<?xml version='1.0' encoding='UTF-16'?>\n<?style x?>\n"
                        + Documents.wsdl("<xs:element name='In' type='t:Größe'/>");
        Metadata metadata =
                new Documents()
                        .add("a.wsdl", wsdl.getBytes(StandardCharsets.UTF_16))
                        .read("a.wsdl");
        assertEquals(
                List.of(
                        "http://test/a.wsdl:7:1: error: <xs:element name=\"In\">: there is no type"
                                + " Größe in namespace urn:t"),
                messages(metadata));
    }

    @Test
    void brokenXmlIsToldOnce() {
        Metadata metadata = new Documents().add("a.wsdl", "<a>\n <b></a>").read("a.wsdl");
        assertEquals(1, metadata.diagnostics().size());
        assertFalse(messages(metadata).getFirst().contains(" at line "));
    }
}
