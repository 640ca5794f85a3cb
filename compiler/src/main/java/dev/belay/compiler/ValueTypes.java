package dev.belay.compiler;

import dev.belay.metadata.schema.ValueKind;

/** What values become in Java, and the descriptions that read and write them. */
final class ValueTypes {
    static final String XML_TYPES = "dev.belay.xml.type.XmlTypes";

    private final CompilerOptions.DateTimes dateTimes;

    ValueTypes(CompilerOptions options) {
        this.dateTimes = options.dateTimes();
    }

    JavaType type(ValueKind kind) {
        return switch (kind) {
            case STRING, ANY_URI, YEAR_MONTH, YEAR, MONTH_DAY, DAY, MONTH ->
                    JavaType.of("java.lang.String");
            case BOOLEAN -> JavaType.of("boolean");
            case BYTE -> JavaType.of("byte");
            case SHORT, UNSIGNED_BYTE -> JavaType.of("short");
            case INT, UNSIGNED_SHORT -> JavaType.of("int");
            case LONG, UNSIGNED_INT -> JavaType.of("long");
            case UNSIGNED_LONG, INTEGER -> JavaType.of("java.math.BigInteger");
            case DECIMAL -> JavaType.of("java.math.BigDecimal");
            case FLOAT -> JavaType.of("float");
            case DOUBLE -> JavaType.of("double");
            case DATE_TIME -> dateTime();
            case DATE -> JavaType.of("dev.belay.xml.type.XmlDate");
            case TIME -> JavaType.of("dev.belay.xml.type.XmlTime");
            case DURATION -> JavaType.of("dev.belay.xml.XmlDuration");
            case TIME_SPAN -> JavaType.of("java.time.Duration");
            case GUID -> JavaType.of("java.util.UUID");
            case CHAR -> JavaType.of("char");
            case BASE64, HEX -> JavaType.arrayOf("byte");
            case QNAME -> JavaType.of("dev.belay.xml.XmlName");
            case XML -> JavaType.of("dev.belay.xml.XmlBuffer");
        };
    }

    private JavaType dateTime() {
        return switch (dateTimes) {
            case XML_DATE_TIME -> JavaType.of("dev.belay.xml.XmlDateTime");
            case OFFSET_DATE_TIME -> JavaType.of("java.time.OffsetDateTime");
            case INSTANT -> JavaType.of("java.time.Instant");
            case LOCAL_DATE_TIME -> JavaType.of("java.time.LocalDateTime");
        };
    }

    /** The expression for the description of a value. */
    String expression(ValueKind kind, JavaFile file) {
        String constant =
                switch (kind) {
                    case STRING -> "STRING";
                    case ANY_URI -> "ANY_URI";
                    case BOOLEAN -> "BOOLEAN";
                    case BYTE -> "BYTE";
                    case SHORT -> "SHORT";
                    case INT -> "INT";
                    case LONG -> "LONG";
                    case UNSIGNED_BYTE -> "UNSIGNED_BYTE";
                    case UNSIGNED_SHORT -> "UNSIGNED_SHORT";
                    case UNSIGNED_INT -> "UNSIGNED_INT";
                    case UNSIGNED_LONG -> "UNSIGNED_LONG";
                    case INTEGER -> "INTEGER";
                    case DECIMAL -> "DECIMAL";
                    case FLOAT -> "FLOAT";
                    case DOUBLE -> "DOUBLE";
                    case DATE_TIME -> "DATE_TIME" + dateTimeConversion(file);
                    case DATE -> "DATE";
                    case TIME -> "TIME";
                    case YEAR_MONTH -> "G_YEAR_MONTH";
                    case YEAR -> "G_YEAR";
                    case MONTH_DAY -> "G_MONTH_DAY";
                    case DAY -> "G_DAY";
                    case MONTH -> "G_MONTH";
                    case DURATION -> "DURATION";
                    case TIME_SPAN -> "TIME_SPAN";
                    case GUID -> "GUID";
                    case CHAR -> "CHAR";
                    case BASE64 -> "BYTES";
                    case HEX -> "HEX";
                    case QNAME -> "QNAME";
                    case XML -> "XML";
                };
        return file.name(XML_TYPES) + "." + constant;
    }

    private String dateTimeConversion(JavaFile file) {
        if (dateTimes == CompilerOptions.DateTimes.XML_DATE_TIME) {
            return "";
        }
        String java = file.type(dateTime());
        String xml = file.name("dev.belay.xml.XmlDateTime");
        String simple = java.substring(java.lastIndexOf('.') + 1);
        return ".<" + java + ">map(" + xml + "::to" + simple + ", " + xml + "::of)";
    }

    /**
     * The word that the builder of structures uses for values without a box; "" if values of this
     * kind are objects.
     */
    static String primitive(ValueKind kind) {
        return switch (kind) {
            case BOOLEAN -> "boolean";
            case BYTE -> "byte";
            case SHORT, UNSIGNED_BYTE -> "short";
            case INT, UNSIGNED_SHORT -> "int";
            case LONG, UNSIGNED_INT -> "long";
            case FLOAT -> "float";
            case DOUBLE -> "double";
            default -> "";
        };
    }

    /** The word for values that repeat as an array, whose wire form is exactly that; else "". */
    static String array(ValueKind kind) {
        return switch (kind) {
            case BOOLEAN -> "booleans";
            case SHORT -> "shorts";
            case INT -> "ints";
            case LONG -> "longs";
            case FLOAT -> "floats";
            case DOUBLE -> "doubles";
            default -> "";
        };
    }
}
