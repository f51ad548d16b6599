package org.tallystick.platform;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;

/**
 * Events as JSON under stable names. Strict on reading: a field the record doesn't know means the stored shape has
 * changed without an upcaster, and that must be heard of.
 */
public final class EventSerializer extends Jackson3Serializer {

    private final TypeNames names;

    /** A serializer that stores the named classes under their names and all others under their class names. */
    public EventSerializer(TypeNames names) {
        this.names = names;
        super(Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
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
