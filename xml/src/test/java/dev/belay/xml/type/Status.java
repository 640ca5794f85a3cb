package dev.belay.xml.type;

/** An enum whose constants are not what stands in the document. */
enum Status {
    NEW("New"),
    PAID("Paid"),
    SENT("Sent-Out");

    static final SimpleType<Status> TYPE =
            XmlTypes.enumeration(Shop.data("Status"), values(), Status::value);

    private final String value;

    Status(String value) {
        this.value = value;
    }

    String value() {
        return value;
    }
}
