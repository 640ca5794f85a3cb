package dev.belay.testing.cells;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says over which transports the {@link Cell} tests of a class, inherited ones too, run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface OverTransport {
    /** Names as in the tables: "memory", "net.tcp", "http". */
    String[] value();
}
