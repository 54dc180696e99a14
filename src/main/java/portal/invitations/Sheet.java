package portal.invitations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import portal.agreements.Agreement;
import portal.organizations.Organization;
import portal.platform.Vault;
import portal.platform.access.Capacity;
import portal.platform.database.Coded;

/**
 * What each party can do today and after accepting, built from the rows the server enforces. Its digest travels with the
 * button: when the sheet has changed meanwhile, accepting is refused and the new sheet shown.
 */
public record Sheet(List<PartySheet> parties) {
    /** What a partner may be able to do; told by the text {@code invitations.sheet.<code>}. */
    public enum Right implements Coded {
        SELL,
        PLACE_ORDERS,
        MANAGE_USERS,
        RESET_PASSWORDS,
        CHANGE_OTHERS;

        /** Whether it comes with the relationship and the agreement, without privileges. */
        boolean selling() {
            return this == SELL || this == PLACE_ORDERS;
        }
    }

    /** One line of the sheet. */
    public record Line(Right right, boolean today, boolean after) {}

    /**
     * The lines of one party.
     *
     * @param since when its relationship began; null when there is none
     */
    public record PartySheet(Organization partner, Party party, List<Line> lines, Instant since) {
        /** Whether the relationship is there, and with it every privilege that is asked: the agreement alone is missing. */
        boolean served() {
            return since != null
                    && lines.stream()
                            .filter(line -> !line.right().selling())
                            .noneMatch(line -> line.today() != line.after());
        }

        /** Whether accepting gives the party something it does not have. */
        public boolean changes() {
            return lines.stream().anyMatch(line -> line.today() != line.after());
        }
    }

    /**
     * What is so today and afterwards.
     *
     * @param accepted whether the customer has accepted the agreement in any version
     */
    static Sheet of(List<PartyToday> parties, Map<UUID, Organization> partners, boolean accepted) {
        return new Sheet(parties.stream()
                .map(party -> new PartySheet(
                        partners.get(party.partnerId()), party.party(), lines(party, accepted), party.since()))
                .toList());
    }

    /** Nothing is sold before the agreement is accepted. */
    private static List<Line> lines(PartyToday party, boolean accepted) {
        boolean sells = party.since() != null && accepted;
        boolean manages = party.globalAdmin();
        boolean resets = party.privileged();
        // accepting changes nothing about privileges that are granted, also where the customer has narrowed them
        boolean willManage = resets ? manages : party.delegatedAdmin();
        boolean willReset = resets || party.delegatedAdmin();
        List<Line> lines = new ArrayList<>();
        Right selling = party.capacity() == Capacity.INDIRECT_PROVIDER ? Right.PLACE_ORDERS : Right.SELL;
        lines.add(new Line(selling, sells, true));
        lines.add(new Line(Right.MANAGE_USERS, manages, willManage));
        lines.add(new Line(Right.RESET_PASSWORDS, resets, willReset));
        lines.add(new Line(Right.CHANGE_OTHERS, false, false));
        return lines;
    }

    /** Whether accepting changes anything. */
    public boolean changes() {
        return parties.stream().anyMatch(PartySheet::changes);
    }

    /** When the first party's relationship began, where nothing but the agreement is missing; null otherwise. */
    Instant servedSince() {
        return parties.stream().allMatch(PartySheet::served) ? parties.get(0).since() : null;
    }

    /** What was asked, one line per party: the evidence keeps it. */
    String rights() {
        return parties.stream()
                .map(sheet -> sheet.party().partnerId() + " "
                        + sheet.party().capacity().code() + " delegated-admin="
                        + sheet.party().delegatedAdmin())
                .collect(Collectors.joining("\n"));
    }

    /** SHA-256 of everything the sheet says, with the agreement beside it. */
    public byte[] digest(Agreement agreement) {
        String said = parties.stream()
                .map(sheet -> String.join(
                        "\n",
                        sheet.party().toString(),
                        sheet.partner().toString(),
                        sheet.lines().toString()))
                .collect(Collectors.joining("\n\n"));
        return Vault.digest(String.join(
                "\n\n",
                said,
                agreement.id().toString(),
                agreement.language(),
                HexFormat.of().formatHex(agreement.digest())));
    }
}
