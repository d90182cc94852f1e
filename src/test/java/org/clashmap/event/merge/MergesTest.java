package org.clashmap.event.merge;

import org.clashmap.event.EventStore;
import org.clashmap.store.MemoryStore;

class MergesTest extends MergesContract {
    @Override
    protected EventStore open() {
        return new MemoryStore();
    }
}
