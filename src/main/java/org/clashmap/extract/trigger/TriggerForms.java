package org.clashmap.extract.trigger;

import java.util.List;
import org.clashmap.extract.clause.ClauseSentence;

/** Finds rules by the inflected words of one language and tells how each word stands. */
interface TriggerForms {
    /** The rules whose head the token may be, in table order. */
    List<TriggerHit> hits(ClauseSentence sentence, int token);
}
