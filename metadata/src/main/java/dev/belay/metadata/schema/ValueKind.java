package dev.belay.metadata.schema;

/** The value spaces of simple types; types derived from one of them belong to it. */
public enum ValueKind {
    /** Any characters; also tokens, names, identifiers and unions. */
    STRING,
    /** An address; any characters are allowed. */
    ANY_URI,
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    UNSIGNED_BYTE,
    UNSIGNED_SHORT,
    UNSIGNED_INT,
    UNSIGNED_LONG,
    /** An integer without limits. */
    INTEGER,
    DECIMAL,
    FLOAT,
    DOUBLE,
    DATE_TIME,
    DATE,
    TIME,
    YEAR_MONTH,
    YEAR,
    MONTH_DAY,
    DAY,
    MONTH,
    /** {@code xs:duration}: months and seconds. */
    DURATION,
    /** The {@code duration} of .NET's data contracts: days to fractions of a second. */
    TIME_SPAN,
    /** The {@code guid} of .NET's data contracts. */
    GUID,
    /** The {@code char} of .NET's data contracts: a UTF-16 unit as a number. */
    CHAR,
    BASE64,
    HEX,
    QNAME,
    /** Any XML: {@code xs:anyType}, and whatever no other shape can express. */
    XML
}
