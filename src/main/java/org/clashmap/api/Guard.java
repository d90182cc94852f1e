package org.clashmap.api;

import org.clashmap.api.access.Tokens;

/** What stands between the store and those who ask: who may write. Safe for many threads. */
public record Guard(Tokens tokens) {}
