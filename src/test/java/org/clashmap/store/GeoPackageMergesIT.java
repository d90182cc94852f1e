package org.clashmap.store;

import java.nio.file.Path;
import java.time.InstantSource;
import org.clashmap.event.EventStore;
import org.clashmap.event.merge.MergesContract;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageMergesIT extends MergesContract {
    @TempDir
    private Path folder;

    private int opened;

    @Override
    protected EventStore open() {
        return GeoPackageStore.open(folder.resolve("store" + opened++), InstantSource.system());
    }
}
