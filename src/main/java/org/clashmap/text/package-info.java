/**
 * Language, spans, sentences, tokens, transliteration and name normalisation. Knows letters, not places.
 */
@NullMarked
package org.clashmap.text;

import org.jspecify.annotations.NullMarked;
