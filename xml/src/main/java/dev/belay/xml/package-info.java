/** XML readers, writers, buffers and names over text and binary encodings. */
@NullMarked
package dev.belay.xml;

import org.jspecify.annotations.NullMarked;
