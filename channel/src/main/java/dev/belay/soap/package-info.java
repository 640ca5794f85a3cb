/** SOAP messages, headers, faults and addressing. */
@NullMarked
package dev.belay.soap;

import org.jspecify.annotations.NullMarked;
