package org.clashmap.extract.trigger;

/** A word that a rule hangs on, with how it stands in its sentence. */
record TriggerHit(TriggerRule rule, TriggerReading reading) {}
