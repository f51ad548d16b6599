package org.tallystick.bid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.tallystick.bid.BidQuery.SavedPart;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Columns;
import org.tallystick.platform.Json;
import org.tallystick.platform.Rows;
import org.tallystick.registry.CostProfile;

/** What is saved of one bid. */
final class BidParts {

    private final List<Part> parts;
    private final List<KeptPartner> partners;

    private BidParts(List<Part> parts, List<KeptPartner> partners) {
        this.parts = parts;
        this.partners = partners;
    }

    /** Of a bid; nobody's name with what was saved where the asker is not of the organisation that saved it. */
    static BidParts of(DataSource source, String bidId, String lead, Actor actor) {
        boolean inside = BidSight.inside(actor, lead);
        return new BidParts(
                Rows.of(source, "bid_part p")
                        .with("id", bidId)
                        .where("p.bid_id = :id")
                        .all("p.*", "p.saved_at, p.question", (row, _) -> part(row, inside)),
                KeptPartner.of(source, bidId, actor));
    }

    /** The organisations of a bid, as its tasks need to know them. */
    Parties parties(DataSource source) {
        return new Parties() {
            @Override
            public BidTask.CostProfiles profilesOf(String organisationId) {
                return profiles(source, organisationId);
            }

            @Override
            public String name(String organisationId) {
                return partners.stream()
                        .filter(kept -> kept.partner().organisationId().equals(organisationId))
                        .map(KeptPartner::name)
                        .findFirst()
                        .orElse(organisationId);
            }
        };
    }

    private static BidTask.CostProfiles profiles(DataSource source, String organisationId) {
        return (year, version) -> Rows.of(source, "cost_profile p")
                .with("id", organisationId)
                .with("year", year.toString())
                .with("version", version)
                .where("p.organisation_id = :id AND p.financial_year = :year AND p.version = :version")
                .one("p.profile", (row, _) -> Json.mapper().readValue(row.getString("profile"), CostProfile.class));
    }

    /** One of them. */
    record Part(BidPart part, String question, SavedPart saved, String content) {}

    BidContent content() {
        BidContent content = BidContent.NOTHING;
        for (Part part : parts) {
            content = content.with(event(part));
        }
        return new BidContent(
                content.eligibility(),
                content.project(),
                content.answers(),
                content.budget(),
                partners.stream().map(KeptPartner::partner).toList());
    }

    /** Those that take part beside the lead. */
    List<KeptPartner> partners() {
        return partners;
    }

    SavedPart saved(BidPart which) {
        return saved(which, "");
    }

    SavedPart saved(BidPart which, String question) {
        return find(which, question).map(Part::saved).orElse(SavedPart.NEVER);
    }

    /** Questions that were answered, in the order of their last saving. */
    List<String> answered() {
        List<String> questions = new ArrayList<>();
        parts.stream()
                .filter(part ->
                        part.part() == BidPart.QUESTION && !part.content().isEmpty())
                .forEach(part -> questions.add(part.question()));
        return questions;
    }

    private Optional<Part> find(BidPart which, String question) {
        return parts.stream()
                .filter(part -> part.part() == which && part.question().equals(question))
                .findFirst();
    }

    private static BidEvent.Saved event(Part part) {
        int version = part.saved().version();
        String content = part.content();
        return switch (part.part()) {
            case ELIGIBILITY ->
                new BidEvent.EligibilityAnswered(
                        "", version, Arrays.asList(read(content, EligibilityAnswer[].class)), List.of());
            case PROJECT -> new BidEvent.ProjectDescribed("", version, read(content, Project.class));
            case QUESTION -> new BidEvent.BidQuestionAnswered("", part.question(), version, content);
            case BUDGET -> new BidEvent.BudgetSaved("", version, read(content, Budget.class));
            case PARTNER -> throw new IllegalStateException("Partners are kept by themselves.");
        };
    }

    private static Part part(ResultSet row, boolean withPeople) throws SQLException {
        return new Part(
                Columns.word(row, "part", BidPart.class),
                Columns.text(row, "question"),
                new SavedPart(
                        row.getInt("version"),
                        withPeople ? Columns.text(row, "saved_by") : null,
                        Columns.instant(row, "saved_at")),
                Columns.text(row, "content"));
    }

    private static <T> T read(String json, Class<T> type) {
        return Json.mapper().readValue(json, type);
    }
}
