package org.tallystick.platform;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** JSON as it is read and written at the edge: strict, so that nothing a client meant is silently dropped or bent. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    /** The mapper of commands, queries and answers. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads a record from the edge.
     *
     * @throws Rejection {@link Refusal#MALFORMED} where it is no JSON, {@link Refusal#INVALID} with the field where a
     *     field is wrong
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw Rejection.of(Refusal.MALFORMED, "The request is empty.");
            }
            return value;
        } catch (JacksonException problem) {
            throw rejection(problem);
        }
    }

    /** What a person can do about JSON that could not be read. */
    public static Rejection rejection(JacksonException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return rejection;
            }
        }
        String field = field(problem);
        if (problem instanceof UnrecognizedPropertyException) {
            return Rejection.of(Refusal.INVALID, field, field + " is not known here.");
        }
        if (problem instanceof DatabindException && field != null) {
            return Rejection.of(Refusal.INVALID, field, field + " has a value of the wrong kind.");
        }
        if (problem instanceof StreamReadException && problem.getLocation() != null) {
            return Rejection.of(
                    Refusal.MALFORMED,
                    "The JSON cannot be read at line %d, column %d."
                            .formatted(
                                    problem.getLocation().getLineNr(),
                                    problem.getLocation().getColumnNr()));
        }
        return Rejection.of(Refusal.MALFORMED, "The request is not the JSON that is wanted here.");
    }

    private static @Nullable String field(JacksonException problem) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? null : path.toString();
    }
}
