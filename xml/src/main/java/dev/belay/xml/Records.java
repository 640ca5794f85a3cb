package dev.belay.xml;

/**
 * The codes of the records of binary XML (MC-NBFX 2.2). Text records have even codes; the next one
 * ends the element too.
 */
final class Records {
    static final int END_ELEMENT = 0x01;
    static final int COMMENT = 0x02;
    static final int ARRAY = 0x03;

    static final int SHORT_ATTRIBUTE = 0x04;
    static final int ATTRIBUTE = 0x05;
    static final int SHORT_DICTIONARY_ATTRIBUTE = 0x06;
    static final int DICTIONARY_ATTRIBUTE = 0x07;
    static final int SHORT_XMLNS = 0x08;
    static final int XMLNS = 0x09;
    static final int SHORT_DICTIONARY_XMLNS = 0x0A;
    static final int DICTIONARY_XMLNS = 0x0B;
    static final int PREFIX_DICTIONARY_ATTRIBUTE_A = 0x0C;
    static final int PREFIX_ATTRIBUTE_A = 0x26;
    static final int LAST_ATTRIBUTE = 0x3F;

    static final int SHORT_ELEMENT = 0x40;
    static final int ELEMENT = 0x41;
    static final int SHORT_DICTIONARY_ELEMENT = 0x42;
    static final int DICTIONARY_ELEMENT = 0x43;
    static final int PREFIX_DICTIONARY_ELEMENT_A = 0x44;
    static final int PREFIX_ELEMENT_A = 0x5E;
    static final int LAST_ELEMENT = 0x77;

    static final int ZERO = 0x80;
    static final int ONE = 0x82;
    static final int FALSE = 0x84;
    static final int TRUE = 0x86;
    static final int INT8 = 0x88;
    static final int INT16 = 0x8A;
    static final int INT32 = 0x8C;
    static final int INT64 = 0x8E;
    static final int FLOAT = 0x90;
    static final int DOUBLE = 0x92;
    static final int DECIMAL = 0x94;
    static final int DATE_TIME = 0x96;
    static final int CHARS8 = 0x98;
    static final int CHARS16 = 0x9A;
    static final int CHARS32 = 0x9C;
    static final int BYTES8 = 0x9E;
    static final int BYTES16 = 0xA0;
    static final int BYTES32 = 0xA2;
    static final int START_LIST = 0xA4;
    static final int END_LIST = 0xA6;
    static final int EMPTY = 0xA8;
    static final int DICTIONARY = 0xAA;
    static final int UNIQUE_ID = 0xAC;
    static final int TIME_SPAN = 0xAE;
    static final int UUID = 0xB0;
    static final int UINT64 = 0xB2;
    static final int BOOL = 0xB4;
    static final int UNICODE8 = 0xB6;
    static final int UNICODE16 = 0xB8;
    static final int UNICODE32 = 0xBA;
    static final int QNAME = 0xBC;

    private Records() {}

    static boolean isAttribute(int code) {
        return code >= SHORT_ATTRIBUTE && code <= LAST_ATTRIBUTE;
    }

    static boolean isElement(int code) {
        return code >= SHORT_ELEMENT && code <= LAST_ELEMENT;
    }

    /** Whether this is the code of a text record, with or without the end of its element. */
    static boolean isText(int code) {
        int even = code & 0xFE;
        return code >= ZERO && even <= QNAME && even != START_LIST && even != END_LIST;
    }

    /** Whether this is the code of octets that are written in base64. */
    static boolean isBytes(int code) {
        int even = code & 0xFE;
        return even == BYTES8 || even == BYTES16 || even == BYTES32;
    }

    /** The size of the items of an array by their record, or -1 if there is none of that kind. */
    static int itemSize(int code) {
        return switch (code) {
            case BOOL -> 1;
            case INT16 -> 2;
            case INT32, FLOAT -> 4;
            case INT64, DOUBLE, DATE_TIME, TIME_SPAN -> 8;
            case DECIMAL, UUID -> 16;
            default -> -1;
        };
    }
}
