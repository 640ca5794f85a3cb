package dev.belay.xml;

import dev.belay.error.BelayException;
import dev.belay.error.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * What all writers share on the level of nodes: what may follow what, open elements, namespaces and
 * the fault. An encoding adds how each piece looks. Declarations are written when the start tag is
 * complete, behind its attributes.
 */
abstract sealed class NodeWriter implements XmlWriter permits ValueWriter {
    /** What may come next. */
    private enum State {
        /** Content, or the root element. */
        CONTENT,
        /** Attributes of the start tag that is still open, or content. */
        TAG,
        /** The value of an attribute. */
        ATTRIBUTE,
        /** Text of a CDATA section. */
        CDATA
    }

    final XmlOutput out;
    private final XmlWriterOptions options;
    private final WriterScope scope = new WriterScope();
    private final OpenTags tags = new OpenTags();
    private State state = State.CONTENT;
    private boolean hasRoot;
    private boolean isBegun;
    private int tagStart;
    private @Nullable BelayException fault;

    NodeWriter(XmlOutput out, XmlWriterOptions options) {
        this.out = out;
        this.options = options;
    }

    // What an encoding adds.

    abstract void writeBegin();

    abstract void writeTag(String prefix, String localName, @Nullable XmlString known);

    abstract void writeDeclaration(String prefix, String namespace, @Nullable XmlString known);

    abstract void writeTagEnd();

    /** Ends an element, whose start tag is still open if it is empty. */
    abstract void writeEnd(OpenTags.Name name, boolean isEmpty);

    abstract void writeAttribute(String prefix, String localName, @Nullable XmlString known);

    abstract void writeAttributeEnd();

    abstract void writeComment(String text);

    abstract void writeCDataStart();

    abstract void writeCDataEnd();

    /** Writes what was held back of the value before. */
    abstract void completeValue();

    final XmlWriterOptions options() {
        return options;
    }

    // Elements

    @Override
    public final void startElement(XmlName name) {
        startElement(null, name);
    }

    @Override
    public final void startElement(@Nullable String prefix, XmlName name) {
        checkPrefix(prefix);
        XmlString localName = name.localName();
        XmlString namespace = name.namespace();
        startElement(prefix, localName.toString(), localName, namespace.toString(), namespace);
    }

    @Override
    public final void startElement(@Nullable String prefix, String localName, String namespace) {
        checkPrefix(prefix);
        checkName(localName);
        startElement(prefix, localName, null, namespace, null);
    }

    /** Opens an element whose names are known to be names. */
    final void startElement(
            @Nullable String wanted,
            String localName,
            @Nullable XmlString knownName,
            String namespace,
            @Nullable XmlString knownNamespace) {
        toContent();
        if (depth() == 0 && hasRoot) {
            throw misuse("startElement", "the document has a root element already");
        }
        if (depth() >= options.maxDepth()) {
            throw overQuota("maxDepth", options.maxDepth());
        }
        String prefix = wanted;
        if (prefix == null) {
            prefix = scope.prefixOf(namespace, true);
            prefix = prefix == null ? "" : prefix;
        }
        if (namespace.isEmpty() && !prefix.isEmpty()) {
            throw new IllegalArgumentException("prefix '" + prefix + "' for no namespace");
        }
        checkReserved(prefix, namespace);
        hasRoot = true;
        tags.push(prefix, localName, knownName);
        scope.beginTag();
        tagStart = out.size();
        writeTag(prefix, localName, knownName);
        state = State.TAG;
        bind(prefix, namespace, knownNamespace);
    }

    /** The prefix of the start tag that is open, or null if none is. */
    final @Nullable String tagPrefix() {
        return state == State.TAG ? tags.top().prefix() : null;
    }

    /** What a prefix means here, empty if it has no meaning. */
    final String namespaceOf(String prefix) {
        String namespace = scope.namespaceOf(prefix);
        return namespace == null ? "" : namespace;
    }

    /**
     * Writes the open start tag anew with another prefix, so that the one it has can be declared
     * for another namespace. Does nothing if something else stands in the tag already.
     */
    final void changeTagPrefix(String prefix) {
        OpenTags.Name name = tags.top();
        String namespace = namespaceOf(name.prefix());
        if (tags.attributeCount() > 0 || !scope.isTagAlone(depth())) {
            return;
        }
        scope.leave(depth());
        scope.beginTag();
        out.truncate(tagStart);
        tags.changePrefix(prefix);
        writeTag(prefix, name.localName(), name.known());
        bind(prefix, namespace, null);
    }

    /**
     * Sees to it that a prefix means a namespace on the open start tag; the caller knows that it
     * may.
     */
    private void bind(String prefix, String namespace, @Nullable XmlString known) {
        if (!namespace.equals(scope.namespaceOf(prefix))) {
            if (scope.count() >= options.maxNamespaces()) {
                throw overQuota("maxNamespaces", options.maxNamespaces());
            }
            scope.declare(prefix, namespace, known, depth());
        } else {
            scope.use(prefix);
        }
    }

    @Override
    public final void endElement() {
        checkUsable();
        if (state == State.ATTRIBUTE || state == State.CDATA || depth() == 0) {
            throw misuse("endElement", "no element is open, or an attribute or a CDATA section is");
        }
        completeValue();
        boolean isEmpty = state == State.TAG;
        if (isEmpty) {
            writeDeclarations();
        }
        writeEnd(tags.top(), isEmpty);
        scope.leave(depth());
        tags.pop();
        state = State.CONTENT;
    }

    private void writeDeclarations() {
        for (int i = scope.firstOf(depth()); i < scope.count(); i++) {
            WriterScope.Binding binding = scope.at(i);
            writeDeclaration(binding.prefix(), binding.namespace(), binding.known());
        }
    }

    // Attributes

    @Override
    public final void namespace(String prefix, XmlString namespace) {
        namespace(prefix, namespace.toString(), namespace);
    }

    final void namespace(String prefix, String namespace, @Nullable XmlString known) {
        checkUsable();
        if (state != State.TAG) {
            throw misuse("namespace", "no start tag is open");
        }
        checkPrefix(prefix);
        if (prefix.equals("xml") && namespace.equals(Namespaces.XML_URI)) {
            return;
        }
        checkReserved(prefix, namespace);
        if (namespace.isEmpty() && !prefix.isEmpty()) {
            throw new IllegalArgumentException("prefix '" + prefix + "' for no namespace");
        }
        if (namespace.equals(scope.namespaceOf(prefix))) {
            return;
        }
        if (scope.isFixed(prefix, depth())) {
            throw new IllegalArgumentException(
                    "prefix '" + prefix + "' already means another namespace in this tag");
        }
        bind(prefix, namespace, known);
    }

    @Override
    public final void declare(XmlString namespace) {
        if (!namespace.isEmpty() && scope.prefixOf(namespace.toString(), true) == null) {
            namespace(freeLetter('b'), namespace);
        }
    }

    /**
     * A prefix without a meaning here; one letter if possible, which binary XML has records for.
     */
    private String freeLetter(char first) {
        for (char letter = first; letter <= 'z'; letter++) {
            String prefix = String.valueOf(letter);
            if (scope.namespaceOf(prefix) == null) {
                return prefix;
            }
        }
        return freePrefix();
    }

    private String freePrefix() {
        int n = 1;
        String prefix;
        do {
            prefix = "d" + depth() + "p" + n++;
        } while (scope.namespaceOf(prefix) != null);
        return prefix;
    }

    /** As {@link #namespace}, but does nothing if the prefix means something else in this tag. */
    final void namespaceIfFree(String prefix, XmlString namespace) {
        if (!scope.isFixed(prefix, depth())) {
            namespace(prefix, namespace);
        }
    }

    @Override
    public final void attribute(XmlName name, String value) {
        startAttribute(null, name);
        text(value);
        endAttribute();
    }

    @Override
    public final void startAttribute(@Nullable String prefix, XmlName name) {
        checkPrefix(prefix);
        XmlString localName = name.localName();
        XmlString namespace = name.namespace();
        startAttribute(prefix, localName.toString(), localName, namespace.toString(), namespace);
    }

    @Override
    public final void startAttribute(@Nullable String prefix, String localName, String namespace) {
        checkPrefix(prefix);
        checkName(localName);
        startAttribute(prefix, localName, null, namespace, null);
    }

    /** Begins an attribute whose names are known to be names. */
    final void startAttribute(
            @Nullable String wanted,
            String localName,
            @Nullable XmlString knownName,
            String namespace,
            @Nullable XmlString knownNamespace) {
        checkUsable();
        if (state != State.TAG) {
            throw misuse("startAttribute", "no start tag is open");
        }
        if (namespace.isEmpty()
                && (localName.equals("xmlns") || (wanted != null && !wanted.isEmpty()))) {
            throw new IllegalArgumentException(
                    "attribute '" + wanted + ":" + localName + "' of no namespace");
        }
        if (wanted != null) {
            checkReserved(wanted, namespace);
        }
        if (tags.attributeCount() >= options.maxAttributes()) {
            throw overQuota("maxAttributes", options.maxAttributes());
        }
        if (!tags.addAttribute(localName, namespace)) {
            throw new IllegalArgumentException("attribute '" + localName + "' is written twice");
        }
        String prefix =
                namespace.isEmpty() ? "" : attributePrefix(wanted, namespace, knownNamespace);
        writeAttribute(prefix, localName, knownName);
        state = State.ATTRIBUTE;
    }

    /**
     * A prefix for an attribute or a QName that means the namespace in this tag: the one wanted,
     * one in scope, or a new one.
     */
    private String attributePrefix(
            @Nullable String wanted, String namespace, @Nullable XmlString known) {
        String prefix = wanted;
        if (prefix == null || prefix.isEmpty()) {
            prefix = scope.prefixOf(namespace, false);
        }
        if (prefix != null && namespace.equals(scope.namespaceOf(prefix))) {
            scope.use(prefix);
            return prefix;
        }
        if (prefix == null || scope.isFixed(prefix, depth())) {
            prefix = freeLetter('a');
        }
        bind(prefix, namespace, known);
        return prefix;
    }

    @Override
    public final void endAttribute() {
        checkUsable();
        if (state != State.ATTRIBUTE) {
            throw misuse("endAttribute", "no attribute is open");
        }
        completeValue();
        writeAttributeEnd();
        state = State.TAG;
    }

    // Comments, sections

    @Override
    public final void comment(String text) {
        toContent();
        if (text.contains("--") || text.endsWith("-")) {
            throw fail("a comment holds '--' or ends with '-'");
        }
        writeComment(text);
    }

    @Override
    public final void startCData() {
        toContent();
        if (depth() == 0) {
            throw misuse("startCData", "no element is open");
        }
        writeCDataStart();
        state = State.CDATA;
    }

    @Override
    public final void endCData() {
        checkUsable();
        if (state != State.CDATA) {
            throw misuse("endCData", "no CDATA section is open");
        }
        completeValue();
        writeCDataEnd();
        state = State.CONTENT;
    }

    // Content

    private void begin() {
        if (!isBegun) {
            isBegun = true;
            writeBegin();
        }
    }

    /** Completes what is open, so that a node of content can follow. */
    final void toContent() {
        checkUsable();
        if (state == State.ATTRIBUTE || state == State.CDATA) {
            throw misuse("a call for content", "an attribute or a CDATA section is open");
        }
        begin();
        completeValue();
        completeTag();
    }

    private void completeTag() {
        if (state == State.TAG) {
            writeDeclarations();
            writeTagEnd();
            state = State.CONTENT;
        }
    }

    /**
     * Makes ready for text that goes on with a value; false if it goes nowhere, as outside of the
     * root only space may stand.
     */
    final void toValue() {
        checkUsable();
        completeTag();
        if (depth() == 0) {
            throw misuse("a call for text", "no element is open");
        }
    }

    /** As {@link #toValue()}, and what was held back of the value before is written. */
    final void toNewValue() {
        checkUsable();
        completeValue();
        toValue();
    }

    final boolean inAttribute() {
        return state == State.ATTRIBUTE;
    }

    final boolean inCData() {
        return state == State.CDATA;
    }

    // Scope

    @Override
    public final @Nullable String prefixOf(String namespace) {
        return scope.prefixOf(namespace, true);
    }

    /** A prefix for QName content; declared in the open start tag if there is none. */
    final String prefixForQName(XmlName name) {
        String namespace = name.namespace().toString();
        String prefix = scope.prefixOf(namespace, true);
        if (prefix != null) {
            return prefix;
        }
        if (namespace.isEmpty() && state == State.TAG && !scope.isFixed("", depth())) {
            namespace("", XmlString.EMPTY);
            return "";
        }
        if (namespace.isEmpty()) {
            throw fail("a QName of no namespace where a default namespace is declared");
        }
        if (state != State.TAG && state != State.ATTRIBUTE) {
            throw fail("a QName of a namespace that has no prefix here, behind the start tag");
        }
        return attributePrefix(null, namespace, name.namespace());
    }

    @Override
    public final int depth() {
        return tags.depth();
    }

    @Override
    public final void flush() {
        checkUsable();
        if (state == State.ATTRIBUTE || state == State.CDATA) {
            throw misuse("flush", "an attribute or a CDATA section is open");
        }
        completeValue();
        completeTag();
    }

    // Checks and errors

    private static void checkName(String localName) {
        if (!XmlCharacters.isNCName(localName)) {
            throw new IllegalArgumentException(
                    "not an XML name without colon: '" + localName + "'");
        }
    }

    private static void checkPrefix(@Nullable String prefix) {
        if (prefix != null && !prefix.isEmpty()) {
            checkName(prefix);
        }
    }

    private static void checkReserved(String prefix, String namespace) {
        boolean isXml = prefix.equals("xml");
        if (prefix.equals("xmlns")
                || namespace.equals(Namespaces.XMLNS_URI)
                || isXml != namespace.equals(Namespaces.XML_URI)) {
            throw new IllegalArgumentException(
                    "prefix '" + prefix + "' for namespace '" + namespace + "' is reserved");
        }
    }

    final void checkUsable() {
        BelayException first = fault;
        if (first != null) {
            throw new BelayException(
                    ErrorCode.OBJECT_FAULTED, "the XmlWriter failed before", first);
        }
    }

    private IllegalStateException misuse(String call, String why) {
        return new IllegalStateException("XmlWriter: " + call + " in state " + state + ": " + why);
    }

    final BelayException overQuota(String quota, int limit) {
        return fail(ErrorCode.QUOTA_EXCEEDED, "quota " + quota + " of " + limit + " exceeded");
    }

    final BelayException fail(String message) {
        return fail(ErrorCode.INVALID_FORMAT, message);
    }

    private BelayException fail(ErrorCode code, String message) {
        var path = new StringBuilder(message).append(" at byte ").append(out.size());
        if (depth() > 0) {
            path.append(" in element '").append(tags.top().localName()).append("'");
        }
        fault = new BelayException(code, path.toString());
        return new BelayException(code, path.toString());
    }
}
