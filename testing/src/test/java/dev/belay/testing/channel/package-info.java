/** The contract of channels and listeners, cell by cell, over every transport. */
package dev.belay.testing.channel;
