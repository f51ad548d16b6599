package org.tallystick.award;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tallystick.award.AwardQuery.AwardView;
import org.tallystick.award.AwardQuery.PaymentView;
import org.tallystick.fund.FundQuery;
import org.tallystick.fund.FundWords;
import org.tallystick.fund.Slice;
import org.tallystick.history.HistoryQuery;
import org.tallystick.history.Timeline;
import org.tallystick.ledger.Account;
import org.tallystick.ledger.AccountWords;
import org.tallystick.ledger.LedgerQuery;
import org.tallystick.ledger.WhyPage;
import org.tallystick.ledger.WhyQuery;
import org.tallystick.ledger.WhyQuery.Figure;
import org.tallystick.ledger.WhyQuery.FigureOf;
import org.tallystick.platform.Act;
import org.tallystick.platform.Actor;
import org.tallystick.platform.Link;
import org.tallystick.platform.MoneyText;
import org.tallystick.platform.NameQuery.Names;
import org.tallystick.platform.Page;
import org.tallystick.platform.PersonNames;
import org.tallystick.platform.Sides;
import org.tallystick.platform.StateTag;
import org.tallystick.platform.Words;

/** One award: what it is for, what is paid when, what happens next, and whose money it is. */
@Page
class OneAwardPage {

    private final Sides sides;
    private final Words words;
    private final Timeline timeline;

    OneAwardPage(Sides sides, Words words, PersonNames people) {
        this.sides = sides;
        this.words = words;
        this.timeline = new Timeline(sides, words, people);
    }

    /** A payment of the schedule with what the person may do to it. */
    record Line(PaymentView payment, StateTag state, List<Link> acts) {}

    /** Where money came from. */
    record Source(String contributor, String name, String year, String restriction, long amountPence, String why) {}

    /** What nobody pays for in a year, and the account it is kept on. */
    record Unpaid(String year, String carrier, String href, long amountPence) {
        static Unpaid of(String awardId, Gap gap) {
            return new Unpaid(
                    FundWords.year(gap.financialYear()),
                    gap.carrier().words(),
                    AccountWords.href(Account.gap(awardId, gap.carrier())),
                    gap.amountPence());
        }
    }

    /** What one of several organisations gets, and who carries what nobody pays for of its part. */
    record Shared(AwardShare share, List<String> carried) {
        static Shared of(AwardShare share) {
            return new Shared(
                    share,
                    share.gaps().stream()
                            .map(gap -> MoneyText.say(gap.amountPence()) + " of what its part costs in "
                                    + FundWords.year(gap.financialYear()) + " is carried by "
                                    + gap.carrier().words() + ".")
                            .toList());
        }
    }

    @GetMapping("/awards/{awardId}")
    String one(
            @PathVariable String awardId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "") String history,
            Model model) {
        AwardView award = sides.ask(new AwardQuery.OneAward(awardId), after);
        Actor actor = sides.actor();
        String home = "/awards/" + awardId;
        model.addAttribute("award", award);
        model.addAttribute("summary", award.summary());
        model.addAttribute("state", AwardWords.state(award.summary().state()));
        model.addAttribute("next", AwardWords.next(award, words));
        List<Line> lines = award.payments().stream()
                .map(payment -> line(award, payment, actor, home))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute(
                "anyActs", lines.stream().anyMatch(line -> !line.acts().isEmpty()));
        model.addAttribute("sources", sources(award));
        model.addAttribute(
                "gaps",
                award.gaps().stream().map(gap -> Unpaid.of(awardId, gap)).toList());
        model.addAttribute("shares", award.shares().stream().map(Shared::of).toList());
        model.addAttribute("gapPence", Gap.sumPence(award.gaps()));
        model.addAttribute("mayWhy", sides.may(WhyQuery.Why.class));
        model.addAttribute("why", "/ledger/why?subject=award&id=" + awardId + "&figure=");
        model.addAttribute("mayHistory", sides.may(HistoryQuery.HistoryOf.class));
        model.addAttribute("maySeeLedger", sides.may(LedgerQuery.Statement.class));
        model.addAttribute("maySeeFund", sides.may(FundQuery.OneFund.class));
        Optional.ofNullable(award.callId())
                .ifPresent(call ->
                        model.addAttribute("call", sides.names(Stream.of(call)).call(call)));
        model.addAttribute("statement", AwardWords.statement(awardId));
        model.addAttribute("acts", Act.links(AwardAct.offered(award, actor), home));
        if (sides.may(HistoryQuery.HistoryOf.class)) {
            timeline.show(HistoryQuery.Subject.AWARD, awardId, history, model);
        }
        return "award/one";
    }

    private static Line line(AwardView award, PaymentView payment, Actor actor, String home) {
        return new Line(
                payment,
                AwardWords.state(payment),
                Act.links(AwardAct.offered(award, payment, actor), home + "/payments/" + payment.instalment()));
    }

    /** The slices of all instalments together, by where they came from. */
    private List<Source> sources(AwardView award) {
        String statement = AwardWords.statement(award.summary().awardId());
        Map<Slice.Source, Long> sums = new LinkedHashMap<>();
        award.sources().forEach(slice -> sums.merge(slice.source(), slice.amountPence(), Long::sum));
        Names names = sides.names(sums.keySet().stream().map(Slice.Source::contributor));
        return sums.entrySet().stream()
                .map(sum -> new Source(
                        sum.getKey().contributor(),
                        names.organisation(sum.getKey().contributor()),
                        FundWords.year(sum.getKey().financialYear()),
                        FundWords.restriction(sum.getKey().restriction()),
                        sum.getValue(),
                        sides.may(WhyQuery.Why.class) ? why(award.summary().awardId(), sum.getKey()) : statement))
                .toList();
    }

    private static String why(String awardId, Slice.Source source) {
        return WhyPage.href(
                FigureOf.AWARD,
                awardId,
                Figure.AWARDED,
                "contributor",
                source.contributor(),
                "financialYear",
                source.financialYear().toString(),
                "restriction",
                source.restriction());
    }
}
