package org.clashmap.exchange.incoming;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a field is read from the columns of a row.
 *
 * @param from columns; the first that is filled counts, or all of them when {@code join} is given
 * @param join what stands between the columns joined, or null
 * @param flags columns and the value each stands for; the first that holds a number other than 0 counts
 * @param values from what the column says to what the field says; what is not in it becomes {@code otherwise}
 * @param table a table of the same kind by its longest matching beginning, or null
 * @param otherwise when nothing is found, or null
 * @param form of a date, or null
 * @param split what stands between the items of a list, or null
 */
record FieldRule(
        List<String> from,
        @Nullable String join,
        Map<String, String> flags,
        @Nullable Map<String, String> values,
        @Nullable PrefixTable table,
        @Nullable String otherwise,
        @Nullable DateForm form,
        @Nullable String split) {}
