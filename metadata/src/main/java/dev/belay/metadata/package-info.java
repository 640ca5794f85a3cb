/** WSDL, schema and policy as a checked model that remembers its sources. */
@NullMarked
package dev.belay.metadata;

import org.jspecify.annotations.NullMarked;
