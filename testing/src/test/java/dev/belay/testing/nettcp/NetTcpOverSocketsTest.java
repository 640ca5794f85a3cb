package dev.belay.testing.nettcp;

/** Binary sessions over TCP. */
class NetTcpOverSocketsTest extends NetTcpContract {}
