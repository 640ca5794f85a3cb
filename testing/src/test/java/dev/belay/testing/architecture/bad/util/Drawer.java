package dev.belay.testing.architecture.bad.util;

/** Lies in a package for anything. */
public final class Drawer {}
