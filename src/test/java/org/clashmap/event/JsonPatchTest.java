package org.clashmap.event;

import static org.clashmap.Refusal.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class JsonPatchTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void onlyWhatDiffersIsNamed() {
        assertEquals("[]", JsonPatch.between("{\"a\":1,\"b\":[1]}", "{\"b\":[1],\"a\":1}"));
        assertEquals(
                "[{\"op\":\"replace\",\"path\":\"/a/b\",\"value\":2}]",
                JsonPatch.between("{\"a\":{\"b\":1,\"c\":3}}", "{\"a\":{\"b\":2,\"c\":3}}"));
        assertEquals(
                "[{\"op\":\"add\",\"path\":\"/h/2\",\"value\":{\"v\":3}}]",
                JsonPatch.between("{\"h\":[{\"v\":1},{\"v\":2}]}", "{\"h\":[{\"v\":1},{\"v\":2},{\"v\":3}]}"));
        assertEquals("[{\"op\":\"remove\",\"path\":\"/h/1\"}]", JsonPatch.between("{\"h\":[1,2,3]}", "{\"h\":[1,3]}"));
        assertEquals(
                "[{\"op\":\"add\",\"path\":\"/a~1b~0\",\"value\":null}]", JsonPatch.between("{}", "{\"a/b~\":null}"));
        assertEquals("[{\"op\":\"replace\",\"path\":\"\",\"value\":[]}]", JsonPatch.between("{}", "[]"));
    }

    @Test
    void applyingThePatchGivesTheOtherDocument() {
        long seed = 6902;
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            JsonNode before = random(random, 4);
            JsonNode after = random.nextBoolean() ? random(random, 4) : mutated(before, random);
            String patch = JsonPatch.between(before, after);
            assertEquals(after, JsonPatch.apply(before, patch), "seed " + seed + ", " + before + " by " + patch);
        }
    }

    private static JsonNode random(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 6);
        if (kind < 3) {
            return switch (kind) {
                case 0 -> MAPPER.getNodeFactory().numberNode(random.nextInt(4));
                case 1 -> MAPPER.getNodeFactory().stringNode("s" + random.nextInt(3));
                default -> MAPPER.getNodeFactory().nullNode();
            };
        }
        if (kind == 3) {
            ArrayNode array = MAPPER.createArrayNode();
            for (int i = random.nextInt(5); i > 0; i--) {
                array.add(random(random, depth - 1));
            }
            return array;
        }
        ObjectNode object = MAPPER.createObjectNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.set("~/abc".substring(0, 1 + random.nextInt(5)), random(random, depth - 1));
        }
        return object;
    }

    private static JsonNode mutated(JsonNode node, Random random) {
        JsonNode copy = node.deepCopy();
        if (copy instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(3)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, random(random, 2));
                default -> array.set(at, mutated(array.get(at), random));
            }
            return array;
        }
        if (copy instanceof ObjectNode object && !object.isEmpty()) {
            String name = object.propertyNames().iterator().next();
            object.set(name, mutated(object.get(name), random));
            return object;
        }
        return random(random, 1);
    }

    @Test
    void aPatchOfAnotherDocumentIsRefusedByThePathThatIsMissing() {
        JsonNode document = MAPPER.readTree("{\"a\":[1]}");
        for (String path : new String[] {"/b", "/a/1", "/a/01", "/a/x/y"}) {
            String message =
                    messageOf(() -> JsonPatch.apply(document, "[{\"op\":\"remove\",\"path\":\"" + path + "\"}]"));
            assertTrue(message.contains(path), message);
        }
        assertTrue(messageOf(() -> JsonPatch.apply(document, "[{\"op\":\"move\",\"path\":\"/a\"}]"))
                .contains("\"move\" is not one of"));
    }
}
