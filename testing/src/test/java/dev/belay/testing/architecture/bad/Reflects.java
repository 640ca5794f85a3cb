package dev.belay.testing.architecture.bad;

import java.lang.reflect.Method;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** Uses what makes a runtime start slowly. */
public final class Reflects {
    Method method() throws ReflectiveOperationException {
        return Class.forName("java.lang.String").getMethod("length");
    }

    ServiceLoader<Runnable> services() {
        return ServiceLoader.load(Runnable.class);
    }

    String expressions(String text) {
        return Pattern.compile("a").pattern() + text.replaceAll("a+", "b");
    }
}
