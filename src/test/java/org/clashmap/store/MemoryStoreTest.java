package org.clashmap.store;

import org.clashmap.event.EventStore;

class MemoryStoreTest extends EventStoreContract {
    @Override
    EventStore open() {
        return new MemoryStore();
    }
}
