package dev.belay.channel.spi;

import dev.belay.cancel.Environment;
import dev.belay.channel.Binding;
import dev.belay.channel.ListenerOptions;

/**
 * What a listener's driver is made from.
 *
 * @param binding transport, encoding and versions
 * @param options limits and settings, those of the accepted channels among them
 * @param environment clock, threads, timer, name service
 */
public record ListenerSetup(Binding binding, ListenerOptions options, Environment environment) {}
