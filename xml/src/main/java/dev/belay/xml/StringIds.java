package dev.belay.xml;

/** Where a writer of binary XML asks for the odd id of a string. */
interface StringIds {
    /** The odd wire id of a string, or -1 if it must be written inline. */
    int idOf(XmlString string);
}
