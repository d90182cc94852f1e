package org.clashmap.gazetteer;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Loads the gazetteer once, in a process that has done nothing else, and tells how long that took and what it left on the
 * heap. Arguments: geodata, and for a snapshot the folders of layers and of snapshots. To be started several times.
 */
final class ColdStart {
    private ColdStart() {}

    public static void main(String... arguments) throws InterruptedException {
        Duration before = processorTime();
        long start = System.nanoTime();
        Path geodata = Path.of(arguments[0]);
        Gazetteer gazetteer = arguments.length < 3
                ? CompactGazetteer.load(geodata)
                : CompactGazetteer.load(geodata, Path.of(arguments[1]), Path.of(arguments[2]));
        long millis = (System.nanoTime() - start) / 1_000_000;
        long processor = processorTime().minus(before).toMillis();
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000;
        System.out.println(gazetteer.version() + ": " + millis + " ms, processor " + processor + " ms, heap " + heap + " MB");
    }

    /** Of all threads of the process, so that the compiler's are in it. */
    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
