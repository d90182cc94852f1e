package org.clashmap.gazetteer;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that is made when it is first asked for, once, by whichever thread comes first. Thread-safe. */
final class Later<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    Later(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T there = made;
        if (there == null) {
            synchronized (this) {
                there = made;
                if (there == null) {
                    there = maker.get();
                    made = there;
                }
            }
        }
        return there;
    }
}
