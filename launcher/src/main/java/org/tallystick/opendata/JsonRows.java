package org.tallystick.opendata;

import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.tallystick.opendata.GrantFields.Cell;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The grants of a 360Giving package, or of a bare JSON list, token by token. */
final class JsonRows implements RegisterRows {

    /** Longest text, in characters, before the file counts as broken rather than wordy. */
    private static final int MOST_CHARACTERS = 5_000_000;

    private static final String LIST = "grants";

    private final JsonParser parser;
    private long row;
    private boolean inPackage;
    private boolean inList;
    private boolean ended;

    JsonRows(Reader reader) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MOST_CHARACTERS)
                        .maxNestingDepth(100)
                        .build())
                .build();
        parser = factory.createParser(ObjectReadContext.empty(), reader);
    }

    @Override
    public @Nullable GrantFields next() {
        try {
            if (!inList && !ended) {
                start();
            }
            return ended ? null : grantOrEnd();
        } catch (JacksonException broken) {
            throw new UnreadableRegister(
                    "The file stops being JSON after " + row + " grants, near line "
                            + parser.currentLocation().getLineNr() + ", column "
                            + parser.currentLocation().getColumnNr() + ".",
                    broken);
        }
    }

    private void start() {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            inList = true;
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new UnreadableRegister("The file is JSON, but neither a package nor a list of grants.");
        }
        inPackage = true;
        if (!findList()) {
            throw new UnreadableRegister("The file is a JSON object without a list called “" + LIST + "”.");
        }
    }

    /** Goes to the inside of the list of grants; false at the end of the package. */
    private boolean findList() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean grants = LIST.equals(parser.currentName());
            JsonToken value = parser.nextToken();
            if (grants && value == JsonToken.START_ARRAY) {
                inList = true;
                return true;
            }
            if (grants) {
                throw new UnreadableRegister("“" + LIST + "” in the file is not a list.");
            }
            parser.skipChildren();
        }
        return false;
    }

    private @Nullable GrantFields grantOrEnd() {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
            inList = false;
            if (inPackage && findList()) {
                throw new UnreadableRegister(
                        "The package has two lists called “" + LIST + "”: the second is not read.");
            }
            if (parser.nextToken() != null) {
                throw new UnreadableRegister("Something follows the end of the JSON: it is not read.");
            }
            ended = true;
            return null;
        }
        GrantFields fields = new GrantFields(++row);
        if (token != JsonToken.START_OBJECT) {
            fields.shapeless("This is not a grant: a JSON object was expected.");
            parser.skipChildren();
            return fields;
        }
        grant(fields);
        return fields;
    }

    private void grant(GrantFields fields) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals(GrantFields.INDIVIDUAL)) {
                individual(value, fields);
            } else if (GrantFields.knowsGroup(name)) {
                group(name, value, fields);
            } else {
                value(GrantFields.GRANT, 0, name, value, fields);
            }
        }
    }

    private void individual(JsonToken value, GrantFields fields) {
        if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.END_ARRAY || first == JsonToken.END_OBJECT) {
                return;
            }
            fields.toAnIndividual();
            int depth = 1;
            for (JsonToken token = first; depth > 0; token = depth > 0 ? parser.nextToken() : token) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        } else if (value != JsonToken.VALUE_NULL) {
            fields.toAnIndividual();
        }
    }

    /** A group is a list of objects; a single object in its place is taken as a list of one. */
    private void group(String group, JsonToken value, GrantFields fields) {
        if (value == JsonToken.START_OBJECT) {
            member(group, 0, fields);
            return;
        }
        if (value != JsonToken.START_ARRAY) {
            if (value != JsonToken.VALUE_NULL) {
                fields.findings().fault(group, "A list of objects was expected here.", parser.getString());
            }
            return;
        }
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                member(group, index++, fields);
            } else if (token != JsonToken.VALUE_NULL) {
                fields.findings().fault(group, "A list of objects was expected here.", null);
                parser.skipChildren();
            }
        }
    }

    private void member(String group, int index, GrantFields fields) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            value(group, index, name, parser.nextToken(), fields);
        }
    }

    private void value(String group, int index, String field, JsonToken value, GrantFields fields) {
        if (!GrantFields.knows(group, field)) {
            parser.skipChildren();
        } else if (value.isScalarValue()) {
            if (value != JsonToken.VALUE_NULL) {
                fields.put(group, index, field, new Cell(parser.getString(), value.isNumeric()));
            }
        } else {
            fields.findings().fault(GrantFields.path(group, field), "A single value was expected here.", null);
            parser.skipChildren();
        }
    }
}
