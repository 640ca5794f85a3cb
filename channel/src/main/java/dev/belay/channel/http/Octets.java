package dev.belay.channel.http;

import java.util.Arrays;

/** The first {@code length} octets of an array that has just been filled and belongs to the receiver. */
record Octets(byte[] array, int length) {
  static final Octets EMPTY = new Octets(new byte[0], 0);

  byte[] toByteArray() {
    return Arrays.copyOf(array, length);
  }
}
