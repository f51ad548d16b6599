package org.tallystick.bid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tallystick.platform.Refusal;
import org.tallystick.platform.Rejection;

/**
 * All that a bid says now.
 *
 * @param eligibility answers about who may apply
 * @param project what it is for; none before it is described
 * @param answers by question, without empty ones
 * @param budget what the part of the lead costs; none before it is saved
 * @param partners who takes part beside the lead, in the order in which they were asked
 */
public record BidContent(
        List<EligibilityAnswer> eligibility,
        @Nullable Project project,
        Map<String, String> answers,
        @Nullable Budget budget,
        List<Partner> partners) {

    /** Of a bid that was just begun. */
    public static final BidContent NOTHING = new BidContent(List.of(), null, Map.of(), null, List.of());

    public BidContent {
        eligibility = List.copyOf(eligibility);
        answers = Map.copyOf(answers);
        partners = List.copyOf(partners);
    }

    /** What it says with a part saved. */
    public BidContent with(BidEvent.Saved saved) {
        return switch (saved) {
            case BidEvent.EligibilityAnswered e -> new BidContent(e.answers(), project, answers, budget, partners);
            case BidEvent.ProjectDescribed e -> new BidContent(eligibility, e.project(), answers, budget, partners);
            case BidEvent.BidQuestionAnswered e ->
                new BidContent(eligibility, project, answered(e.question(), e.text()), budget, partners);
            case BidEvent.BudgetSaved e ->
                partner(e.budget().organisationId())
                        .map(partner -> having(partner.costing(e.budget())))
                        .orElseGet(() -> new BidContent(eligibility, project, answers, e.budget(), partners));
            case BidEvent.OfPartner e -> with(e);
        };
    }

    private BidContent with(BidEvent.OfPartner event) {
        return switch (event) {
            case BidEvent.PartnerInvited e -> having(new Partner(e.partner(), e.work(), e.sight(), false, null));
            case BidEvent.PartnerChanged e -> having(requirePartner(e.partner()).changed(e.work(), e.sight()));
            case BidEvent.PartnerAgreed e -> having(requirePartner(e.partner()).agreeing());
            case BidEvent.PartnerRemoved e -> without(e.partner());
            case BidEvent.PartnerLeft e -> without(e.partner());
        };
    }

    /** The organisation that takes part under that id, if it does. */
    public Optional<Partner> partner(String organisationId) {
        return partners.stream()
                .filter(partner -> partner.organisationId().equals(organisationId))
                .findFirst();
    }

    /** The same, refused where there is none. */
    public Partner requirePartner(String organisationId) {
        return partner(organisationId)
                .orElseThrow(() ->
                        Rejection.of(Refusal.NOT_FOUND, "partner", "This organisation is no partner in the bid."));
    }

    /** What it costs by organisation, of the lead first; without those that have not said so yet. */
    public List<Budget> budgets() {
        return Stream.concat(
                        Stream.ofNullable(budget), partners.stream().flatMap(one -> Stream.ofNullable(one.budget())))
                .toList();
    }

    /** With a partner in the place of what is known of it, or as the last one. */
    private BidContent having(Partner now) {
        List<Partner> changed = new ArrayList<>(partners);
        changed.replaceAll(one -> one.organisationId().equals(now.organisationId()) ? now : one);
        if (!changed.contains(now)) {
            changed.add(now);
        }
        return new BidContent(eligibility, project, answers, budget, changed);
    }

    private BidContent without(String organisationId) {
        return new BidContent(
                eligibility,
                project,
                answers,
                budget,
                partners.stream()
                        .filter(one -> !one.organisationId().equals(organisationId))
                        .toList());
    }

    private Map<String, String> answered(String question, String text) {
        Map<String, String> now = new LinkedHashMap<>(answers);
        if (text.isEmpty()) {
            now.remove(question);
        } else {
            now.put(question, text);
        }
        return now;
    }
}
