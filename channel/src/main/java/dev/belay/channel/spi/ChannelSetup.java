package dev.belay.channel.spi;

import dev.belay.cancel.Environment;
import dev.belay.channel.Binding;
import dev.belay.channel.ChannelOptions;

/**
 * What a channel's driver is made from.
 *
 * @param binding transport, encoding and versions
 * @param options limits and settings; time-outs come from the {@link DriverHost}, for they change
 * @param environment clock, threads, timer, name service
 */
public record ChannelSetup(Binding binding, ChannelOptions options, Environment environment) {}
