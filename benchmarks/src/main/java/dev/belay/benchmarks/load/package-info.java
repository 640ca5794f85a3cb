/** What every stack under measurement shares: the programs of its server and its clients. */
@NullMarked
package dev.belay.benchmarks.load;

import org.jspecify.annotations.NullMarked;
