/** Typed values and the descriptions that map records to XML. */
@NullMarked
package dev.belay.xml.type;

import org.jspecify.annotations.NullMarked;
