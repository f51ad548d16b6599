package org.tallystick.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.award.AwardEvent;
import org.tallystick.fund.FundEvent;
import tools.jackson.databind.JsonNode;

/** Whatever was ever stored can still be read, every revision of it. */
class ApprovedEventsTest {

    private static final Path FOLDER = SourceTree.ROOT.resolve("docs/reference/events");

    static List<Path> files() {
        return SourceTree.files(FOLDER);
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_approved_event_is_still_read(Path file) {
        List<Object> read = ApprovedEvents.read(file, Upcasters.all(), ApprovedEvents.SERIALIZER);

        assertThat(read).isNotEmpty();
        if (ApprovedEvents.current().containsKey(file.getFileName().toString())) {
            assertThat(keepsItsShape(file)).as("add a Revision and an upcaster").isTrue();
        }
    }

    @Test
    void a_field_that_came_later_is_noticed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("award.AwardClosed.1.json"), ApprovedEvents.form(new AwardEvent.AwardClosed("a")));
        Path shorter = Files.writeString(folder.resolve("fund.ContributionReturned.1.json"), "{\"fundId\": \"a\"}");

        assertThat(keepsItsShape(file)).isTrue();
        assertThat(keepsItsShape(shorter)).isFalse();
    }

    /** Whether what is read from it is written the same way again. */
    private static boolean keepsItsShape(Path file) {
        Object event = ApprovedEvents.read(file, Upcasters.all(), ApprovedEvents.SERIALIZER)
                .getFirst();
        return ApprovedEvents.form(event).equals(SourceTree.text(file));
    }

    @Test
    void a_field_that_is_known_no_more_is_noticed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("fund.FundFrozen.1.json"), "{\"fundId\": \"a\", \"frozenUntil\": \"2026-10-01\"}");

        assertThatThrownBy(() -> ApprovedEvents.read(file, Upcasters.all(), ApprovedEvents.SERIALIZER))
                .hasStackTraceContaining("frozenUntil");
    }

    @Test
    void an_earlier_revision_is_read_through_its_upcaster(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("fund.FundFrozen.0.json"), "{\"fund\": \"a\"}");

        assertThat(ApprovedEvents.read(file, new EventUpcasterChain(new Renaming()), ApprovedEvents.SERIALIZER))
                .containsExactly(new FundEvent.FundFrozen("a"));
    }

    /** From a revision 0 that never was. */
    private static final class Renaming extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("fund.FundFrozen", "0"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("fund.FundFrozen", "1"), JsonNode.class, old -> {
                var renamed = old.deepCopy().asObject();
                renamed.set("fundId", renamed.remove("fund"));
                return (JsonNode) renamed;
            });
        }
    }
}
