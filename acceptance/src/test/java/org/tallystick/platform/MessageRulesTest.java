package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every message is known to access, addresses and names, and is made of what history can keep for ever. */
class MessageRulesTest {

    @Test
    void every_command_is_listed_and_has_roles() {
        assertThat(kernel(Command.class)).isEqualTo(Set.copyOf(Commands.all().values()));
        assertThat(Commands.all().values())
                .allSatisfy(command -> assertThat(Access.rolesOf(command))
                        .as(command.getName())
                        .isNotEmpty());
    }

    @Test
    void every_query_has_an_address_and_roles() {
        assertThat(kernel(Query.class)).isEqualTo(Resources.all().keySet());
        assertThat(Resources.all().keySet())
                .allSatisfy(query ->
                        assertThat(Access.rolesOf(query)).as(query.getName()).isNotEmpty());
        assertThat(Resources.all().values()).doesNotHaveDuplicates();
    }

    @Test
    void every_event_has_a_stored_name() {
        assertThat(kernel(Event.class)).isEqualTo(Set.copyOf(EventTypes.all().values()));
    }

    @Test
    void nothing_is_kept_in_floating_point() {
        assertThat(MessageRules.floatingPoint(messages())).isEmpty();
    }

    @Test
    void no_event_holds_personal_data() {
        assertThat(MessageRules.personal(EventTypes.all().values())).isEmpty();
    }

    @Test
    void every_excuse_is_still_needed() {
        assertThat(MessageRules.components(EventTypes.all().values())).containsAll(MessageRules.NOT_PERSONAL.keySet());
    }

    @Test
    void every_sum_says_its_unit() {
        assertThat(MessageRules.unitless(messages())).isEmpty();
    }

    @Test
    void an_offender_is_found_however_deep_it_sits() {
        List<Class<?>> offender = List.of(Outer.class);

        assertThat(MessageRules.floatingPoint(offender)).containsExactly("Inner.share");
        assertThat(MessageRules.personal(offender)).containsExactly("Inner.dateOfBirth");
        assertThat(MessageRules.unitless(offender)).containsExactly("Outer.amount");
    }

    private record Outer(List<Inner> parts, long amount) {}

    private record Inner(double share, String dateOfBirth) {}

    private static List<Class<?>> messages() {
        List<Class<?>> messages = new ArrayList<>(Commands.all().values());
        messages.addAll(EventTypes.all().values());
        messages.addAll(Resources.all().keySet());
        return messages;
    }

    /** The records of the kernel that are of a kind, found without the lists that are to be checked. */
    private static Set<Class<?>> kernel(Class<?> kind) {
        return ArchitectureRules.classesOf("shared-kernel").stream()
                .map(JavaClass::reflect)
                .filter(type -> type.isRecord() && kind.isAssignableFrom(type))
                .collect(Collectors.toSet());
    }
}
