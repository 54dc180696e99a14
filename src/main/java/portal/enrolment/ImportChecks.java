package portal.enrolment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;

/** Judges rows by what the portal knows: a thousand at a time, so that it asks a few times only. */
final class ImportChecks {
    private final Map<String, String> regions;
    private final Map<UUID, ImportCheckDao.Tenant> tenants;
    private final Map<ImportRow.Pair, ImportCheckDao.Imported> imported;
    private final Map<ImportRow.Pair, Long> served;
    private final Map<ImportRow.Pair, Long> lines;

    private ImportChecks(Handle handle, UUID id, Map<String, String> regions, List<ImportRow> rows) {
        ImportCheckDao dao = handle.attach(ImportCheckDao.class);
        List<UUID> customers =
                rows.stream().map(ImportRow::customerId).distinct().toList();
        List<UUID> all = Stream.concat(rows.stream().map(ImportRow::partnerId), customers.stream())
                .distinct()
                .toList();
        this.regions = regions;
        tenants = dao.tenants(all).stream().collect(Collectors.toMap(ImportCheckDao.Tenant::id, Function.identity()));
        imported = dao.imported(customers).stream()
                .collect(Collectors.toMap(
                        known -> new ImportRow.Pair(known.partnerId(), known.customerId()), Function.identity()));
        served = byPair(dao.served(customers));
        lines = byPair(dao.earlier(id, customers));
    }

    private static Map<ImportRow.Pair, Long> byPair(List<ImportCheckDao.Earlier> earlier) {
        Map<ImportRow.Pair, Long> lines = new HashMap<>();
        earlier.forEach(row -> lines.put(new ImportRow.Pair(row.partnerId(), row.customerId()), row.line()));
        return lines;
    }

    /**
     * Judges the rows that are not bad already.
     *
     * @param id of their import, whose earlier rows are kept
     * @param regions CSP regions by country
     */
    static List<ImportRow> judge(Handle handle, UUID id, Map<String, String> regions, List<ImportRow> rows) {
        List<ImportRow> good = rows.stream().filter(row -> !row.bad()).toList();
        if (good.isEmpty()) {
            return rows;
        }
        ImportChecks checks = new ImportChecks(handle, id, regions, good);
        List<ImportRow> judged = new ArrayList<>();
        rows.forEach(row -> judged.add(row.bad() ? row : checks.judge(row)));
        return judged;
    }

    private ImportRow judge(ImportRow row) {
        Long before = lines.get(row.pair());
        if (before != null) {
            return row.with(ImportOutcome.DUPLICATE, null, String.valueOf(before));
        }
        ImportRow judged = byTenants(row);
        if (!judged.bad()) {
            lines.put(row.pair(), row.line());
        }
        return judged;
    }

    private ImportRow byTenants(ImportRow row) {
        ImportCheckDao.Tenant partner = tenants.get(row.partnerId());
        ImportCheckDao.Tenant customer = tenants.get(row.customerId());
        if (partner != null && partner.kind() == OrganizationKind.CUSTOMER) {
            return wrong(row, ImportOutcome.CUSTOMER_TENANT, ImportColumn.PARTNER_TENANT_ID, row.partnerId());
        }
        boolean itself = row.partnerId().equals(row.customerId());
        if (itself || (customer != null && customer.kind() == OrganizationKind.PARTNER)) {
            return wrong(row, ImportOutcome.PARTNER_TENANT, ImportColumn.CUSTOMER_TENANT_ID, row.customerId());
        }
        if (partner != null && customer != null && partner.cloud() != customer.cloud()) {
            return wrong(row, ImportOutcome.OTHER_CLOUD, ImportColumn.CUSTOMER_TENANT_ID, row.customerId());
        }
        String country = customer == null ? row.country() : customer.country();
        if (partner != null && !near(partner.country(), country)) {
            return wrong(row, ImportOutcome.OTHER_REGION, ImportColumn.COUNTRY, country);
        }
        return row.with(outcome(row, partner));
    }

    private static ImportRow wrong(ImportRow row, ImportOutcome outcome, ImportColumn column, Object value) {
        return row.with(outcome, column, value.toString());
    }

    private boolean near(String one, String other) {
        return one.equals(other) || regions.get(one).equals(regions.get(other));
    }

    private ImportOutcome outcome(ImportRow row, ImportCheckDao.Tenant partner) {
        ImportCheckDao.Imported known = imported.get(row.pair());
        if (served.containsKey(row.pair()) || (known != null && known.says(row))) {
            return ImportOutcome.KNOWN;
        }
        if (partner == null || partner.state() != OrganizationState.ACTIVE) {
            return ImportOutcome.WAITS;
        }
        return partner.reseller() ? ImportOutcome.NEW : ImportOutcome.WAITS_CAPACITY;
    }
}
