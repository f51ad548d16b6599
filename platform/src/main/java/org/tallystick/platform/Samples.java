package org.tallystick.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A believable example of any command, event or value in them, made from {@link SampleValues} by the names of its
 * components: for the reference, the API's description and tests. The same every time. All of it is fictional.
 */
public final class Samples {

    private Samples() {}

    /**
     * An example of a record, with every component filled, those that may be null too.
     *
     * @throws IllegalStateException where a component has no sample value, which says where to add one
     */
    public static <T> T of(Class<T> type) {
        return build(type, valuesOf(type));
    }

    /** The values of an example's components, in their order. */
    static @Nullable Object[] valuesOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> value(type, component.getName(), component.getGenericType()))
                .toArray();
    }

    /**
     * A record from the values of its components.
     *
     * @throws Rejection where the record refuses them
     */
    static <T> T build(Class<T> type, @Nullable Object[] values) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(parameters).newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(refused);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " is no record that can be made here.", e);
        }
    }

    /** The same name may stand for words in one place and for a choice or a record in another. */
    private static boolean suits(Object given, Type type) {
        return !(type instanceof Class<?> wanted && (wanted.isRecord() || wanted.isEnum())) || wanted.isInstance(given);
    }

    private static Object value(Class<?> owner, String name, Type type) {
        Object given = SampleValues.of(owner.getSimpleName(), name);
        if (given != null && suits(given, type)) {
            return given;
        }
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> List.of(value(owner, name, list.getActualTypeArguments()[0]));
            case ParameterizedType set
            when set.getRawType() == Set.class -> Set.of(value(owner, name, set.getActualTypeArguments()[0]));
            case Class<?> choice when choice.isEnum() -> choice.getEnumConstants()[0];
            case Class<?> year when year == FinancialYear.class -> FinancialYear.of(SampleValues.TODAY);
            case Class<?> day when day == LocalDate.class -> SampleValues.TODAY;
            case Class<?> part when part.isRecord() -> of(part);
            default ->
                throw new IllegalStateException(owner.getSimpleName() + "." + name + " of type " + type.getTypeName()
                        + " has no sample value: add one to SampleValues.");
        };
    }
}
