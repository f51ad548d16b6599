package org.tallystick.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.DateTimeFeature;

/**
 * Events as JSON under stable names. Strict on reading: a field the record doesn't know means the stored shape has
 * changed without an upcaster, and that must be heard of.
 */
public final class EventSerializer extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final TypeNames names;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final ObjectWriter writer;

    /** A serializer that stores the named classes under their names and all others under their class names. */
    public EventSerializer(TypeNames names) {
        this.names = names;
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)));
        this.writer = getObjectMapper().writer();
    }

    @Override
    protected ObjectWriter getWriter() {
        return writer;
    }

    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(METADATA)) {
            return MetaData.class;
        }
        Class<?> named = names.classOf(type.getName());
        return named != null ? named : super.classForType(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared there
    public SerializedType typeForClass(Class type) {
        String name = type == null ? null : names.nameOf(type);
        return name == null ? super.typeForClass(type) : new SimpleSerializedType(name, names.revisionOf(type));
    }
}
