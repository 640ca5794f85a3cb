package dev.belay.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What this process has used.
 *
 * @param cpuNanos processor time
 * @param residentKilobytes memory, as the operating system sees it; 0 where that is not known
 */
public record Usage(long cpuNanos, long residentKilobytes) {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** What it has used until now. */
    static Usage now() throws IOException {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Usage(system.getProcessCpuTime(), resident());
    }

    private static long resident() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(STATUS);
        for (String line : lines) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return cpuNanos + " " + residentKilobytes;
    }
}
