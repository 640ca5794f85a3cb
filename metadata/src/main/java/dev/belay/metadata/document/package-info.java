/**
 * Documents as element trees that know where each element stands, and how they are fetched: with
 * limits, without DTDs, and never from the local disk on behalf of a remote document.
 */
@NullMarked
package dev.belay.metadata.document;

import org.jspecify.annotations.NullMarked;
