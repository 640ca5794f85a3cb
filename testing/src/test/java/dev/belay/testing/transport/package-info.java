/** TCP over sockets of the machine. */
package dev.belay.testing.transport;
