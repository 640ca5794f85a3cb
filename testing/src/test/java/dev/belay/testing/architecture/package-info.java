/** The rules of ARCHITECTURE.md as tests over the compiled classes, and the public API as text. */
package dev.belay.testing.architecture;
