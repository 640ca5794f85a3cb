package dev.belay.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Descriptions that others wrote become Java that compiles without a warning. */
class CorpusTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "corewcf-nettcp-none/NetTcpSimpleServiceTest.NetTcpBindingSecurityNoneRequestReplyEchoString.xml",
                "wcf-service1/Service1.wsdl",
                "windows-purchaseorder/PurchaseOrder.wsdl",
                "country-info/countryInformation.wsdl",
                "shop-nettcp/shop.wsdl",
                "shop-nettcp-session/shop.wsdl",
                "shop-basichttp/shop.wsdl",
            })
    void becomesCleanJava(String name) {
        becomesCleanJava(InMemory.resource("wsdl/" + name));
    }

    @Test
    void viesBecomesCleanJava() {
        becomesCleanJava(InMemory.shared("vectors/wsdl/vies/checkVatService.wsdl"));
    }

    private static void becomesCleanJava(Path wsdl) {
        Compilation compilation = InMemory.compile(wsdl);
        assertFalse(compilation.failed(), () -> compilation.diagnostics().toString());
        assertEquals(List.of(), InMemory.javac(compilation.files()).problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFFSET_DATE_TIME", "INSTANT", "LOCAL_DATE_TIME"})
    void dateTimesMayBeOtherTypes(CompilerOptions.DateTimes choice) {
        Compilation compilation =
                InMemory.compile(
                        InMemory.resource("wsdl/shop-nettcp/shop.wsdl"),
                        Map.of(),
                        CompilerOptions.DEFAULT
                                .withDateTimes(choice)
                                .withPackageName("other.shop"));
        assertEquals(List.of(), InMemory.javac(compilation.files()).problems());
    }

    @Test
    void sameInputGivesSameOctets() {
        Path wsdl = InMemory.resource("wsdl/shop-nettcp/shop.wsdl");
        assertEquals(InMemory.compile(wsdl).files(), InMemory.compile(wsdl).files());
    }
}
