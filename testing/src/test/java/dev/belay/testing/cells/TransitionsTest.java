package dev.belay.testing.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.belay.cancel.LifecycleTable;
import dev.belay.cancel.Trigger;
import dev.belay.channel.ChannelState;
import dev.belay.channel.ListenerState;
import dev.belay.service.ServiceHostState;
import dev.belay.service.ServiceProxyState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The cells say of open, abort, close and reset what the tables say by which the lifecycles go, and
 * leave out nothing that is in those.
 */
final class TransitionsTest {
    private static final Set<Trigger> VERBS =
            EnumSet.of(Trigger.OPEN, Trigger.ABORT, Trigger.CLOSE, Trigger.RESET);

    @Test
    void channel() throws Exception {
        new Comparison<>("channel", ChannelState.class).run();
    }

    @Test
    void listener() throws Exception {
        new Comparison<>("listener", ListenerState.class).run();
    }

    @Test
    void proxy() throws Exception {
        new Comparison<>("proxy", ServiceProxyState.class).run();
    }

    @Test
    void host() throws Exception {
        new Comparison<>("host", ServiceHostState.class).run();
    }

    /** The cells of one object beside its table. */
    private static final class Comparison<S extends Enum<S>> {
        private final Class<S> states;
        private final LifecycleTable<S> table;
        private final CellTable cells;

        /** What some cell speaks of, as "STATE TRIGGER". */
        private final Set<String> covered = new HashSet<>();

        Comparison(String name, Class<S> states) throws ReflectiveOperationException {
            this.states = states;
            cells = CellTable.parse(name, CellTable.text(name + ".tsv"));
            Field field = states.getDeclaredField("TABLE");
            field.setAccessible(true);
            @SuppressWarnings("unchecked") // that of these states
            LifecycleTable<S> declared = (LifecycleTable<S>) field.get(null);
            table = declared;
        }

        void run() {
            cells.rows().forEach(this::compare);
            Set<String> missing = new HashSet<>();
            for (S from : states.getEnumConstants()) {
                for (Trigger verb : VERBS) {
                    if (table.next(from, verb) != null) {
                        missing.add(from + " " + verb);
                    }
                }
            }
            missing.removeAll(covered);
            assertEquals(Set.of(), missing, "transitions without a cell");
        }

        private void compare(CellTable.Row row) {
            List<S> from = statesOf(row.state());
            String[] steps = row.trigger().split(", ", -1);
            boolean sequence = row.trigger().contains(", then ");
            boolean illegal = row.note().contains("IllegalStateException");
            if (sequence) {
                List<Trigger> triggers = new ArrayList<>();
                for (String step : steps) {
                    triggers.add(verb(step));
                }
                from.forEach(state -> follow(row, state, triggers));
                return;
            }
            for (String step : steps) {
                Trigger verb = verb(step);
                if (verb == null || !VERBS.contains(verb) || row.trigger().contains(" or ")) {
                    continue;
                }
                for (S state : from) {
                    covered.add(state + " " + verb);
                    if (illegal) {
                        assertNull(table.next(state, verb), () -> row + " is said to be illegal");
                        assertTrue(row.after().equals("unchanged") || isNamed(row.after(), state));
                    } else {
                        follow(row, state, List.of(verb));
                    }
                }
            }
        }

        /** Takes the steps from a state, each to its end, and compares where that leads. */
        private void follow(CellTable.Row row, S from, List<@Nullable Trigger> triggers) {
            S state = from;
            boolean remembered = false;
            for (Trigger trigger : triggers) {
                assertTrue(trigger != null, () -> row + " has a step that is none");
                S next = table.next(state, trigger);
                if (trigger == Trigger.CLOSE && next == null) {
                    next = state; // it joins the close that runs
                }
                assertTrue(next != null, () -> row + " has a step that the table has not");
                boolean begins = trigger == Trigger.OPEN || trigger == Trigger.ACCEPT;
                state = settled(next, begins, remembered);
                remembered = trigger == Trigger.ABORT && from == next && !begins;
            }
            S last = state;
            assertTrue(isNamed(row.after(), last), () -> row + " but the table leads to " + last);
        }

        /** Where a transient state ends: an open succeeds unless an abort was remembered. */
        private S settled(S state, boolean begins, boolean abortRemembered) {
            if (begins) {
                Trigger end = abortRemembered ? Trigger.OPEN_FAILED : Trigger.OPENED;
                S next = table.next(state, end);
                return next == null ? state : next;
            }
            S closed = table.next(state, Trigger.CLOSED);
            return closed == null ? state : closed;
        }

        private static boolean isNamed(String after, Enum<?> state) {
            return after.equals(state.name());
        }

        /** The states that a cell names; none if it names anything else. */
        private List<S> statesOf(String text) {
            List<S> named = new ArrayList<>();
            for (String each : text.split(", ", -1)) {
                for (S state : states.getEnumConstants()) {
                    if (state.name().equals(each)) {
                        named.add(state);
                    }
                }
            }
            return named;
        }

        /** The trigger that a text begins with, or null. */
        private static @Nullable Trigger verb(String text) {
            String[] words = text.split(" ", -1);
            String first = words[0].equals("then") ? words[1] : words[0];
            for (Trigger trigger : List.of(Trigger.OPEN, Trigger.ACCEPT, Trigger.ABORT)) {
                if (first.equals(trigger.name().toLowerCase(Locale.ROOT))) {
                    return trigger;
                }
            }
            return switch (first) {
                case "close" -> Trigger.CLOSE;
                case "reset" -> Trigger.RESET;
                default -> null;
            };
        }
    }
}
