package org.tallystick.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request with one thing wrong in it, for every value that it has. */
final class HostileJson {

    /**
     * A request that somebody might send.
     *
     * @param what what is wrong with it
     * @param body as it is sent
     * @param wrongKind whether a value has a kind that is never taken there, whatever it says
     */
    record Request(String what, String body, boolean wrongKind) {}

    private static final String DEEP = "[".repeat(2_000) + "]".repeat(2_000);

    /** Of no kind that any value of a command has. */
    private static final Map<String, String> NEVER_TEXT =
            Map.of("a number", "1", "a float", "1.5", "true", "true", "a list", "[\"x\"]", "an object", "{}");

    private static final Map<String, String> NEVER_A_NUMBER = Map.of(
            "text",
            "\"1\"",
            "a float",
            "1.5",
            "a float that is whole",
            "1.0",
            "1e3",
            "1e3",
            "true",
            "true",
            "a list",
            "[1]",
            "an object",
            "{}",
            "too much",
            "99999999999999999999");

    private static final Map<String, String> NEVER_A_LIST =
            Map.of("text", "\"x\"", "a number", "1", "an object", "{}", "too deep", DEEP);

    private static final Map<String, String> NEVER_TRUE_OR_FALSE =
            Map.of("text", "\"true\"", "a number", "1", "an object", "{}");

    private static final Map<String, String> NEVER_AN_OBJECT =
            Map.of("text", "\"x\"", "a number", "1", "a list", "[]", "an unknown field", "{\"nobodyKnowsThis\":1}");

    private static final List<String> STRANGE_TEXT = List.of(
            "\"\"",
            "\"   \"",
            "\"" + "x".repeat(70_001) + "\"",
            "\"a\\u0000b\\u0007c\"",
            "\"\\ud800\"",
            "\"\\u202eשרה\\u202c\"",
            "\"<script>alert(1)</script>\"",
            "\"2026-02-30\"",
            "\"2027-02-29\"",
            "\"9999-12-31\"",
            "\"+999999999-12-31\"",
            "\"NO_SUCH_CHOICE\"",
            "\"../../etc/passwd\"",
            "\"-1\"");

    private static final List<String> STRANGE_NUMBERS =
            List.of("0", "-1", "1", "2147483647", "9223372036854775807", "-9223372036854775808");

    private HostileJson() {}

    /** Every request that differs from this one in a single place. */
    static List<Request> of(ObjectNode sample) {
        List<Request> all = new ArrayList<>();
        for (String body :
                List.of("", "{", "[]", "null", "1", "\"x\"", DEEP, "\ufeff{}", sample + " x", sample + "" + sample)) {
            all.add(new Request("the body " + body.substring(0, Math.min(20, body.length())), body, true));
        }
        ObjectNode unknown = sample.deepCopy();
        unknown.put("nobodyKnowsThis", 1);
        all.add(new Request("an unknown field", unknown.toString(), true));
        String twice = sample.toString();
        String first = twice.substring(1, twice.length() - 1);
        all.add(new Request("everything twice", "{" + first + "," + first + "}", true));
        inside(sample, "", sample, all);
        return all;
    }

    private static void inside(ObjectNode whole, String path, JsonNode node, List<Request> all) {
        switch (node) {
            case ObjectNode object ->
                object.propertyNames().forEach(name -> place(whole, path + "/" + name, object.get(name), all));
            case ArrayNode list ->
                IntStream.range(0, list.size()).forEach(i -> place(whole, path + "/" + i, list.get(i), all));
            default -> {}
        }
    }

    private static void place(ObjectNode whole, String path, JsonNode node, List<Request> all) {
        all.add(new Request(path + " missing", without(whole, path), false));
        all.add(new Request(path + " null", with(whole, path, "null"), false));
        Map<String, String> never = node.isString()
                ? NEVER_TEXT
                : node.isNumber()
                        ? NEVER_A_NUMBER
                        : node.isBoolean() ? NEVER_TRUE_OR_FALSE : node.isArray() ? NEVER_A_LIST : NEVER_AN_OBJECT;
        never.forEach((what, value) -> all.add(new Request(path + " is " + what, with(whole, path, value), true)));
        List<String> strange = node.isString() ? STRANGE_TEXT : node.isNumber() ? STRANGE_NUMBERS : List.of();
        strange.forEach(value -> all.add(new Request(
                path + " is " + value.substring(0, Math.min(40, value.length())), with(whole, path, value), false)));
        if (node instanceof ArrayNode list && !list.isEmpty()) {
            String many = "[" + (list.get(0) + ",").repeat(20_000) + list.get(0) + "]";
            all.add(new Request(path + " is far too many", with(whole, path, many), false));
        }
        inside(whole, path, node, all);
    }

    /** With another value in a place; the value need not be one that a tree can hold. */
    private static String with(ObjectNode whole, String path, String value) {
        String mark = "\"the place\"";
        ObjectNode copy = whole.deepCopy();
        JsonNode parent = copy.at(path.substring(0, path.lastIndexOf('/')));
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), list.stringNode("the place"));
        } else {
            ((ObjectNode) parent).put(last, "the place");
        }
        return copy.toString().replace(mark, value);
    }

    private static String without(ObjectNode whole, String path) {
        ObjectNode copy = whole.deepCopy();
        JsonNode parent = copy.at(path.substring(0, path.lastIndexOf('/')));
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(last));
        } else {
            ((ObjectNode) parent).remove(last);
        }
        return copy.toString();
    }
}
