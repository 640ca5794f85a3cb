package dev.belay.channel.framing;

/** What an initiator asked for, found acceptable, and waiting for its ack. */
record Preamble<T>(FramingMode mode, String via, FramingEncoding encoding, T target) {}
