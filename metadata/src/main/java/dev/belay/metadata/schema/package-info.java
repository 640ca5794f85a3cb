/**
 * XML Schema as shapes: what a value is made of and how it is written as XML, without a word about
 * any programming language.
 */
@NullMarked
package dev.belay.metadata.schema;

import org.jspecify.annotations.NullMarked;
