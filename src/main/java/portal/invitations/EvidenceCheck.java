package portal.invitations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import portal.platform.Vault;
import portal.platform.database.Database;

/**
 * Recomputes all chains of evidence. Rows are streamed, in one snapshot, so acceptances may go on meanwhile. What it
 * cannot know by itself is whether the newest rows and the head were removed together: compare the heads it prints with
 * those printed earlier.
 */
public final class EvidenceCheck {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Map<UUID, Walk> walks = new LinkedHashMap<>();
    private final Map<String, byte[]> texts = new HashMap<>();
    private int unchained;

    private EvidenceCheck() {}

    /**
     * What is known of one chain.
     *
     * @param intact rows from the first on that are as they were written
     * @param number of its last row, as the head says
     * @param head digest of the last row, in hexadecimal
     * @param fault the first broken or missing row and what is wrong with it; null when all is intact
     */
    public record Chain(UUID partner, String name, int intact, int number, String head, String fault) {}

    /**
     * What was found.
     *
     * @param unchained rows from before there was a chain, which nothing protects
     */
    public record Result(List<Chain> chains, int unchained) {
        /** Whether no chain has a fault. */
        public boolean intact() {
            return chains.stream().allMatch(chain -> chain.fault() == null);
        }

        /** One line for each chain, and one for the whole. */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (Chain chain : chains) {
                lines.add(chain.partner() + " " + chain.name() + ": " + chain.intact() + " of " + chain.number()
                        + " rows intact, head " + chain.head()
                        + (chain.fault() == null ? "" : "; BROKEN: " + chain.fault()));
            }
            if (unchained > 0) {
                lines.add("Rows from before there was a chain, not checked: " + unchained);
            }
            lines.add(intact() ? "The evidence is intact." : "The evidence is BROKEN.");
            return lines;
        }
    }

    /** Checks all chains of a database. */
    public static Result of(Database database) {
        EvidenceCheck check = new EvidenceCheck();
        database.read(handle -> handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, snapshot -> {
            check.read(snapshot);
            return null;
        }));
        return new Result(check.walks.values().stream().map(Walk::end).toList(), check.unchained);
    }

    private void read(Handle handle) {
        EvidenceDao dao = handle.attach(EvidenceDao.class);
        dao.chains()
                .forEach(chain -> walks.put(
                        chain.partnerId().value(), new Walk(chain.partnerId().value(), chain)));
        unchained = dao.unchained();
        handle.createQuery("select agreement_id, language, body from agreement_text")
                .map((row, context) -> texts.put(
                        row.getString("agreement_id") + " " + row.getString("language"),
                        Vault.digest(row.getString("body"))))
                .forEach(unused -> {});
        try (Stream<Stored> rows = handle
                .createQuery("select " + EvidenceDao.COLUMNS
                        + ", e.digest from acceptance_evidence e where e.partner_id is not null"
                        + " order by e.partner_id, e.number")
                .setFetchSize(ROWS_AT_ONCE)
                .map((row, context) -> new Stored(
                        context.findRowMapperFor(Evidence.class).orElseThrow().map(row, context),
                        row.getBytes("digest")))
                .stream()) {
            rows.forEach(this::check);
        }
    }

    /** A row and the digest that stands in it. */
    private record Stored(Evidence row, byte[] digest) {}

    private void check(Stored stored) {
        Evidence row = stored.row();
        Walk walk = walks.computeIfAbsent(row.partnerId(), partner -> new Walk(partner, null));
        byte[] text = texts.get(row.agreementId() + " " + row.agreementLanguage());
        walk.step(stored, text != null && Arrays.equals(text, row.agreementDigest()));
    }

    /** Goes along one chain until something is wrong. */
    private static final class Walk {
        private final UUID partner;
        private final EvidenceDao.Chain head;
        private int intact;
        private byte[] last = EvidenceChain.BEFORE_FIRST;
        private String fault;

        Walk(UUID partner, EvidenceDao.Chain head) {
            this.partner = partner;
            this.head = head;
        }

        void step(Stored stored, boolean agreementIntact) {
            if (fault != null) {
                return;
            }
            Evidence row = stored.row();
            String name = "row " + row.number() + " (" + row.id() + ") ";
            if (row.number() != intact + 1) {
                fault = "row " + (intact + 1) + " is missing; the next there is has the number " + row.number();
            } else if (!Arrays.equals(row.previousDigest(), last)) {
                fault = name + "does not continue the row before it";
            } else if (!Arrays.equals(row.digest(), stored.digest())) {
                fault = name + "was changed";
            } else if (!agreementIntact) {
                fault = name + "names an agreement whose text was changed or removed";
            } else {
                intact++;
                last = stored.digest();
            }
        }

        Chain end() {
            if (fault == null && head == null) {
                fault = "the head of the chain is missing";
            } else if (fault == null && head.number() > intact) {
                fault = "row " + (intact + 1) + " is missing; the chain has " + head.number();
            } else if (fault == null && !(head.number() == intact && Arrays.equals(head.digest(), last))) {
                fault = "the head of the chain does not agree with row " + intact;
            }
            int number = head == null ? 0 : head.number();
            String digest = head == null ? "-" : HexFormat.of().formatHex(head.digest());
            return new Chain(partner, head == null ? "?" : head.partnerName(), intact, number, digest, fault);
        }
    }
}
