package org.clashmap.gazetteer;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.apache.lucene.util.fst.Util;

/** The yardstick: the same names and points in Lucene's FST and in an index of it that is held in memory. */
final class LuceneNames {
    private static final String NAME = "name";
    private static final String POINT = "point";

    private final FST<Long> fst;
    private final IndexSearcher searcher;

    LuceneNames(Tables tables) throws IOException {
        PlaceTable places = tables.places();
        NameTable names = tables.names();
        TreeMap<BytesRef, Long> sorted = new TreeMap<>();
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (int row = 0; row < places.count(); row++) {
                Document document = new Document();
                for (int name = places.firstNameOf(row); name < places.nameEndOf(row); name++) {
                    String key = org.clashmap.text.NameKeys.fold(names.spelling(name));
                    sorted.putIfAbsent(new BytesRef(key), (long) name);
                    document.add(new StringField(NAME, key, Field.Store.NO));
                }
                if (places.isSettlement(row) && places.precisionOf(row) == PlacePrecision.POINT) {
                    document.add(new LatLonPoint(POINT, places.latOf(row), places.lonOf(row)));
                }
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
        fst = compile(sorted);
    }

    private static FST<Long> compile(Map<BytesRef, Long> sorted) throws IOException {
        FSTCompiler<Long> compiler = new FSTCompiler.Builder<>(
                        FST.INPUT_TYPE.BYTE1, PositiveIntOutputs.getSingleton())
                .build();
        IntsRefBuilder scratch = new IntsRefBuilder();
        for (Map.Entry<BytesRef, Long> entry : sorted.entrySet()) {
            compiler.add(Util.toIntsRef(entry.getKey(), scratch), entry.getValue());
        }
        return FST.fromFSTReader(compiler.compile(), compiler.getFSTReader());
    }

    Long exact(BytesRef key) throws IOException {
        return Util.get(fst, key);
    }

    TopDocs fuzzy(String key, int edits) throws IOException {
        return searcher.search(new FuzzyQuery(new Term(NAME, key), edits), 10);
    }

    TopDocs nearest(double lat, double lon, int count) throws IOException {
        return LatLonPoint.nearest(searcher, POINT, lat, lon, count);
    }
}
