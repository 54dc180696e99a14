package portal.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.texts.Language;

/** The rows of the Customers page. Verbs take the open handle of the flow that calls them. */
public final class Portfolio {
    /** Rows of one page. */
    public static final int PAGE = 50;

    private static final Duration CLOSED_KEPT = Duration.ofDays(30);

    private final Database database;

    /** Kept in the database. */
    public Portfolio(Database database) {
        this.database = database;
    }

    /**
     * What an invitation asks a customer of one partner.
     *
     * @param name company as the inviter typed it; or what stands instead
     * @param addressee the only customer that can accept; null when the domain decides
     * @param until null when it works until it is revoked
     */
    public record Invited(
            PartnerId partner,
            Capacity capacity,
            UUID invitation,
            UUID addressee,
            String name,
            String domain,
            boolean delegatedAdmin,
            Instant until) {}

    /** One page of rows, below or above a row that is named by id; both empty for the first page. */
    public PortfolioPage page(PortfolioFilter filter, Optional<UUID> after, Optional<UUID> before) {
        return database.read(handle -> {
            PortfolioQuery query = new PortfolioQuery(handle, filter, PAGE);
            PortfolioPage page =
                    after.map(query::after).or(() -> before.map(query::before)).orElseGet(query::first);
            boolean deep = after.isPresent() || before.isPresent();
            // the row is another partner's, or those beyond it are gone
            return page.entries().isEmpty() && deep ? query.first() : page;
        });
    }

    /** The first rows of a filter, in its order. */
    public List<PortfolioEntry> newest(PortfolioFilter filter, int most) {
        return database.read(
                handle -> new PortfolioQuery(handle, filter, most).first().entries());
    }

    /** At most 200 rows that have all the words or their beginnings, or the tenant id; best matches first. */
    public PortfolioHits search(PortfolioFilter filter, String text) {
        return search(filter, text, Optional.empty());
    }

    /** The same rows in another order. */
    public PortfolioHits search(PortfolioFilter filter, String text, Optional<PortfolioOrder> order) {
        return database.read(handle -> new PortfolioSearch(handle, filter, order).find(text));
    }

    /** Hands over all rows of a filter that have the words, in the filter's order, however many there are. */
    public void each(PortfolioFilter filter, String text, Consumer<PortfolioLine> reader) {
        new PortfolioExport(database, filter, text).each(reader);
    }

    /** A row by id. */
    public Optional<PortfolioEntry> find(PartnerId partner, UUID id) {
        return database.read(handle -> find(handle, partner, id));
    }

    /** The same, among other reads. */
    public static Optional<PortfolioEntry> find(Handle handle, PartnerId partner, UUID id) {
        return handle.attach(PortfolioDao.class).find(partner, id);
    }

    /** The active rows of a customer: one per capacity; empty when the customer is not the partner's. */
    public static List<PortfolioEntry> find(Handle handle, PartnerId partner, CustomerId customer) {
        return handle.attach(PortfolioDao.class).active(partner, customer);
    }

    /**
     * An invitation was made: a new row, or a mark on the row of the customer with that domain.
     *
     * @param order the language of the partner, in which its rows are sorted
     */
    public static void invited(Handle handle, Invited invited, Language order, Instant now) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        Optional<PortfolioEntry> listed = listed(dao, invited);
        if (listed.isPresent()) {
            dao.setInvitation(listed.get().id(), invited.invitation(), invited.until());
            settle(dao, listed.get());
            return;
        }
        UUID id = Ids.next();
        dao.insert(
                id,
                invited.partner(),
                invited.capacity(),
                null,
                invited.invitation(),
                invited.name(),
                SortKeys.of(order, invited.name()),
                invited.domain(),
                null,
                PortfolioState.INVITED,
                invited.delegatedAdmin() ? DelegatedAdminState.ASKED : DelegatedAdminState.NONE,
                null,
                invited.until(),
                now);
        dao.insertTokens(invited.partner(), Tokens.of(invited.name(), invited.domain()), id);
    }

    /** The row of the customer that is meant. */
    private static Optional<PortfolioEntry> listed(PortfolioDao dao, Invited invited) {
        if (invited.addressee() != null) {
            return dao.active(invited.partner(), invited.capacity(), new CustomerId(invited.addressee()));
        }
        return invited.domain() == null
                ? Optional.empty()
                : dao.activeWithDomain(
                        invited.partner(), invited.capacity(), Tokens.ofDomain(invited.domain()), invited.domain());
    }

    /** An invitation works until another time and needs no attention; when its row is gone, it comes back. */
    public static void renewed(Handle handle, Invited invited, Instant until, Instant now) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        Optional<PortfolioEntry> entry = dao.ofInvitation(invited.partner(), invited.capacity(), invited.invitation());
        if (entry.isPresent()) {
            dao.setInvitation(entry.get().id(), invited.invitation(), until);
            label(dao, entry.get().id(), null);
        } else {
            invited(handle, invited, language(handle, invited.partner()), now);
        }
    }

    /** What is known of an invited customer was changed, or until when the invitation works. */
    public static void edited(Handle handle, Invited invited, Instant now) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        Optional<PortfolioEntry> found = dao.ofInvitation(invited.partner(), invited.capacity(), invited.invitation());
        if (found.isEmpty()) {
            return;
        }
        PortfolioEntry entry = found.get();
        if (entry.state() == PortfolioState.INVITED) {
            dao.setInvitation(entry.id(), invited.invitation(), invited.until());
            rename(handle, entry, invited);
        } else if (invited.addressee() != null || Objects.equals(entry.domain(), invited.domain())) {
            dao.setInvitation(entry.id(), invited.invitation(), invited.until());
        } else {
            // the mark was on the row of a customer it is not for any more
            release(dao, entry);
            invited(handle, invited, language(handle, invited.partner()), now);
        }
    }

    private static void rename(Handle handle, PortfolioEntry entry, Invited invited) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        byte[] key = key(handle, invited.partner(), invited.name());
        dao.rename(entry.id(), invited.name(), key, invited.domain());
        dao.deleteTokens(entry.id());
        dao.insertTokens(invited.partner(), Tokens.of(invited.name(), invited.domain()), entry.id());
        dao.refreshLabels(entry.id());
    }

    /** The partner lists a customer under another name, in all its rows; they stay findable by domain and alias. */
    static void renamed(Handle handle, PartnerId partner, CustomerId customer, String name) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        byte[] key = key(handle, partner, name);
        for (PortfolioEntry entry : dao.active(partner, customer)) {
            dao.rename(entry.id(), name, key, entry.domain());
            // as it stands now that nobody else can change the row
            String alias = dao.find(partner, entry.id()).orElseThrow().alias();
            dao.deleteTokens(entry.id());
            dao.insertTokens(partner, Tokens.of(name, entry.domain(), alias), entry.id());
            dao.refreshLabels(entry.id());
        }
    }

    /** So many customers have accepted a standing link, whose row stays. */
    public static void accepted(Handle handle, PartnerId partner, Capacity capacity, UUID invitation, int acceptances) {
        handle.attach(PortfolioDao.class).setAcceptances(partner, capacity, invitation, acceptances);
    }

    /**
     * A relationship began, or delegated admin privileges were granted beside it: the invited row turns active, or the
     * customer's row is brought up to date.
     *
     * @param invitation the invitation that was accepted; null when there was none
     */
    public static void began(
            Handle handle,
            PartnerId partner,
            Capacity capacity,
            Organization customer,
            boolean delegatedAdmin,
            UUID invitation,
            Instant now) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        CustomerId id = new CustomerId(customer.id());
        DelegatedAdminState dap = delegatedAdmin ? DelegatedAdminState.GRANTED : DelegatedAdminState.NONE;
        List<PortfolioEntry> rows = dao.concerned(partner, capacity, id, invitation);
        List<PortfolioEntry> ofCustomer = rows.stream()
                .filter(entry -> customer.id().equals(entry.customerId()))
                .toList();
        Optional<PortfolioEntry> invited = find(
                rows,
                entry -> entry.capacity() == capacity && invitation != null && invitation.equals(entry.invitationId()));
        Optional<PortfolioEntry> active =
                find(ofCustomer, entry -> entry.capacity() == capacity && entry.state() == PortfolioState.ACTIVE);
        Optional<PortfolioEntry> removed =
                find(ofCustomer, entry -> entry.capacity() == capacity && entry.state() == PortfolioState.REMOVED);
        if (active.isPresent()) {
            invited.ifPresent(entry -> release(dao, entry));
            settle(dao, active.get());
        } else if (removed.isPresent()) {
            // what the partner keeps about the customer stands on the row it had
            invited.ifPresent(entry -> release(dao, entry));
            activate(handle, partner, removed.get(), customer, dap, now);
        } else if (invited.isPresent() && invited.get().state() == PortfolioState.INVITED) {
            activate(handle, partner, invited.get(), customer, dap, now);
        } else {
            invited.ifPresent(entry -> release(dao, entry));
            insertActive(handle, partner, capacity, customer, dap, now);
        }
        if (ofCustomer.isEmpty()) {
            return;
        }
        // the privileges are the partner's, whatever capacity they were asked in
        dao.setDelegatedAdmin(partner, id, dap);
        PortfolioChanges.begunAgain(handle, partner, id);
        if (delegatedAdmin) {
            PortfolioChanges.accessSettled(handle, partner, id);
        }
    }

    private static Optional<PortfolioEntry> find(List<PortfolioEntry> rows, Predicate<PortfolioEntry> wanted) {
        return rows.stream().filter(wanted).findFirst();
    }

    private static void activate(
            Handle handle,
            PartnerId partner,
            PortfolioEntry entry,
            Organization customer,
            DelegatedAdminState dap,
            Instant now) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        CustomerId id = new CustomerId(customer.id());
        Named named = named(dao, partner, customer);
        UUID row = entry.id();
        dao.activate(row, id, named.name(), named.key(), customer.domain(), customer.country(), dap, now);
        dao.deleteTokens(row);
        dao.insertTokens(partner, Tokens.of(named.name(), customer.domain()), row);
        // the only labels of an invited row are those of what it needs attention for
        if (entry.state() != PortfolioState.INVITED || entry.attention() != null) {
            dao.deleteLabel(row, PortfolioFilter.ATTENTION);
            dao.refreshLabels(row);
        }
    }

    private static void insertActive(
            Handle handle,
            PartnerId partner,
            Capacity capacity,
            Organization customer,
            DelegatedAdminState dap,
            Instant now) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        UUID id = Ids.next();
        Named named = named(dao, partner, customer);
        dao.insert(
                id,
                partner,
                capacity,
                customer.id(),
                null,
                named.name(),
                named.key(),
                customer.domain(),
                customer.country(),
                PortfolioState.ACTIVE,
                dap,
                null,
                null,
                now);
        dao.insertTokens(partner, Tokens.of(named.name(), customer.domain()), id);
    }

    /** A name with its place in the list. */
    private record Named(String name, byte[] key) {}

    /** What the partner lists a customer as: the name on its bills. */
    private static Named named(PortfolioDao dao, PartnerId partner, Organization customer) {
        PortfolioDao.Naming naming = dao.naming(partner, new CustomerId(customer.id()));
        String name = naming.billedAs() == null ? customer.legalName() : naming.billedAs();
        return new Named(name, SortKeys.of(naming.language(), name));
    }

    /** An invitation ended without a relationship and needs no answer: its row goes, or the mark on the customer's row. */
    public static void withdrawn(Handle handle, PartnerId partner, Capacity capacity, UUID invitation) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        dao.ofInvitation(partner, capacity, invitation).ifPresent(entry -> release(dao, entry));
    }

    private static void release(PortfolioDao dao, PortfolioEntry entry) {
        if (entry.state() == PortfolioState.INVITED) {
            dao.delete(entry.id());
        } else {
            dao.clearInvitation(entry.id(), entry.invitationId());
            settle(dao, entry);
        }
    }

    /** What an invitation left to attend to is settled by the next one, or by its answer. */
    private static void settle(PortfolioDao dao, PortfolioEntry entry) {
        if (entry.attention() != null && entry.attention().ofInvitation()) {
            label(dao, entry.id(), null);
        }
    }

    /** The row of an invitation needs attention for a reason. */
    public static void needsAttention(
            Handle handle, PartnerId partner, Capacity capacity, UUID invitation, Attention reason) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        dao.ofInvitation(partner, capacity, invitation).ifPresent(entry -> label(dao, entry.id(), reason));
    }

    /**
     * Something about an invitation was seen to, so its row needs attention for what is left, unless it needs it for
     * another reason than the invitation.
     *
     * @param reason null when nothing is left
     */
    public static void settled(Handle handle, PartnerId partner, Capacity capacity, UUID invitation, Attention reason) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        dao.ofInvitation(partner, capacity, invitation)
                .filter(entry -> entry.attention() == null || entry.attention().ofInvitation())
                .ifPresent(entry -> label(dao, entry.id(), reason));
    }

    /** A customer's row needs attention for a reason, unless it needs it for a more urgent one than a missing agreement. */
    public static void needsAttention(
            Handle handle, PartnerId partner, Capacity capacity, CustomerId customer, Attention reason) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        dao.active(partner, capacity, customer)
                .filter(entry -> entry.attention() == null || entry.attention() == Attention.AGREEMENT_MISSING)
                .ifPresent(entry -> label(dao, entry.id(), reason));
    }

    /** A customer's row no longer needs attention for a reason. */
    public static void settled(
            Handle handle, PartnerId partner, Capacity capacity, CustomerId customer, Attention reason) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        dao.active(partner, capacity, customer)
                .filter(entry -> entry.attention() == reason)
                .ifPresent(entry -> label(dao, entry.id(), null));
    }

    /** Without another reason the row needs attention for what lasts: privileges taken back, a missing agreement. */
    static void label(PortfolioDao dao, UUID entry, Attention wanted) {
        Attention reason = wanted == null ? dao.lasting(entry).orElse(null) : wanted;
        dao.setAttention(entry, reason);
        dao.deleteLabel(entry, PortfolioFilter.ATTENTION);
        if (reason != null) {
            dao.insertLabel(entry, PortfolioFilter.ATTENTION);
            dao.insertLabel(entry, PortfolioFilter.reason(reason));
        }
    }

    /** The row of a customer needs attention until the customer accepts the agreement. */
    public static void agreementMissing(Handle handle, PartnerId partner, Capacity capacity, CustomerId customer) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        dao.active(partner, capacity, customer)
                .filter(entry -> dao.setAgreementMissing(entry.id(), true) > 0)
                .ifPresent(entry -> label(dao, entry.id(), entry.attention()));
    }

    /** The customer has accepted the agreement: none of the partner's rows of it waits for that any more. */
    public static void agreementAccepted(Handle handle, PartnerId partner, CustomerId customer) {
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        for (PortfolioEntry entry : dao.active(partner, customer)) {
            if (dao.setAgreementMissing(entry.id(), false) > 0) {
                label(dao, entry.id(), entry.attention() == Attention.AGREEMENT_MISSING ? null : entry.attention());
            }
        }
    }

    /** What invitations that ended without a relationship left in the list goes after 30 days; a job calls it. */
    public void forgetClosed(Instant now) {
        Instant before = now.minus(CLOSED_KEPT);
        database.write(handle -> {
            PortfolioDao dao = handle.attach(PortfolioDao.class);
            dao.closed(before).forEach(entry -> release(dao, entry));
            return null;
        });
    }

    private static byte[] key(Handle handle, PartnerId partner, String name) {
        return SortKeys.of(language(handle, partner), name);
    }

    private static Language language(Handle handle, PartnerId partner) {
        return Organizations.find(handle, partner.value()).orElseThrow().language();
    }
}
