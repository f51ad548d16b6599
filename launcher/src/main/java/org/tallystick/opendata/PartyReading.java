package org.tallystick.opendata;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tallystick.opendata.GrantFields.Cell;
import org.tallystick.opendata.PublishedGrant.Party;
import org.tallystick.registry.OrganisationIdentifier;

/**
 * Works out who a funder or recipient is. Its identifier counts where it is well formed; else its charity number, its
 * company number, the publisher's own number for it, and, only where the file gives nothing of the kind, its name.
 */
final class PartyReading {

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)dummy[-_ ]?\\d*|n\\.?/?a\\.?|none|null|nil|unknown|not known|tbc|tba|no id|test\\d*|[-?x.]+|0+");

    private final String group;
    private final Map<String, Cell> fields;
    private final @Nullable String prefix;
    private final @Nullable OrganisationIdentifier publisher;
    private final Findings findings;
    private final Set<OrganisationIdentifier> others = new LinkedHashSet<>();

    /**
     * A party to be read.
     *
     * @param prefix what the publisher names itself in identifiers; null where nobody knows
     * @param publisher who published the file; null where nobody said
     */
    PartyReading(
            String group,
            Map<String, Cell> fields,
            @Nullable String prefix,
            @Nullable OrganisationIdentifier publisher,
            Findings findings) {
        this.group = group;
        this.fields = fields;
        this.prefix = prefix;
        this.publisher = publisher;
        this.findings = findings;
    }

    /** The party; null where it can't be told who it is, which is then among the faults. */
    @Nullable
    Party read() {
        String given = given("name");
        String name = given == null ? "" : PublishedText.line(given, path("name"), PublishedText.NAME_LENGTH, findings);
        derive();
        OrganisationIdentifier id = identifier(name);
        if (id == null) {
            return null;
        }
        others.remove(id);
        if (others.removeIf(other -> other.list().equals(id.list()) && !other.ofPublisher())) {
            findings.warn(
                    path("id"), "The row has another number on the same list: the identifier counts.", id.value());
        }
        if (name.isEmpty()) {
            findings.warn(path("name"), "The name is missing: the identifier stands for it.", id.value());
        }
        return new Party(id, name.isEmpty() ? id.value() : name);
    }

    /** The party's further identifiers, once it has been read. */
    Set<OrganisationIdentifier> others() {
        return others;
    }

    private void derive() {
        String charity = code("charityNumber");
        if (charity != null) {
            derived("charityNumber", charity, PartyNumbers.charity(charity, code("addressCountry")));
        }
        String company = code("companyNumber");
        if (company != null) {
            derived("companyNumber", company, PartyNumbers.company(company, code("addressCountry")));
        }
        String internal = code(GrantFields.INTERNAL_ID);
        if (internal != null && prefix != null && !PLACEHOLDER.matcher(internal).matches()) {
            derived(GrantFields.INTERNAL_ID, internal, PartyNumbers.internal(prefix, internal));
        }
    }

    private void derived(String field, String number, Understood<OrganisationIdentifier> understood) {
        if (PLACEHOLDER.matcher(number).matches()) {
            return;
        }
        if (understood.wrong() != null) {
            findings.warn(path(field), understood.wrong(), number);
        }
        if (understood.value() != null) {
            others.add(understood.value());
        }
    }

    private @Nullable OrganisationIdentifier identifier(String name) {
        String text = code("id");
        if (text == null) {
            return instead("The identifier is missing", null, name);
        }
        if (PLACEHOLDER.matcher(text).matches()) {
            return instead("The identifier is only a placeholder", text, name);
        }
        Understood<OrganisationIdentifier> understood = PartyNumbers.identifier(text, publisher);
        if (understood.value() != null) {
            findings.take(path("id"), understood, text);
            return understood.value();
        }
        if (!others.isEmpty()) {
            OrganisationIdentifier other = others.iterator().next();
            findings.warn(path("id"), understood.wrong() + " " + other + " from the same row is used.", text);
            return other;
        }
        findings.fault(path("id"), String.valueOf(understood.wrong()), text);
        return null;
    }

    /** Another number in place of a missing identifier, or one made from the name. */
    private @Nullable OrganisationIdentifier instead(String what, @Nullable String text, String name) {
        if (!others.isEmpty()) {
            OrganisationIdentifier other = others.iterator().next();
            findings.warn(path("id"), what + ": " + other + " from the same row is used.", text);
            return other;
        }
        OrganisationIdentifier made = prefix == null ? null : PartyNumbers.ofName(prefix, name);
        if (made == null) {
            findings.fault(path("id"), what + ", and so is a name that could stand for it.", text);
            return null;
        }
        findings.warn(path("id"), what + ": " + made + " was made from the name.", text);
        return made;
    }

    private @Nullable String given(String field) {
        Cell cell = fields.get(field);
        return cell == null ? null : cell.text();
    }

    private @Nullable String code(String field) {
        String text = given(field);
        String code = text == null ? "" : PublishedText.code(text);
        if (field.equals("id") && !code.equals(text) && !code.isEmpty()) {
            findings.warn(path("id"), "White space or entities were taken out of the identifier.", text);
        }
        return code.isEmpty() ? null : code;
    }

    private String path(String field) {
        return group + "/" + field;
    }
}
