package portal.testing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import portal.demo.DemoMailServer;

/** Uses a link for more than answering, as its holders do, each from an address of their own. */
public final class Writing {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final TestApp app;

    private Writing(TestApp app) {
        this.app = app;
    }

    /** At links of a portal that trusts a proxy at 127.0.0.1. */
    public static Writing to(TestApp app) {
        return new Writing(app);
    }

    /** Somebody who is not signed in. */
    public Client nobody() {
        return app.nobody().from("10.0.0." + ADDRESSES.incrementAndGet());
    }

    /** One of the cast. */
    public Client as(String person) {
        return nobody().signIn(person, "/");
    }

    /** A question of a stranger, without following. */
    public Answer question(Client client, String link, String note) {
        client.get(link + "/question");
        return client.post(link + "/question", Map.of("note", note));
    }

    /** What the inviting side keeps of an invitation, by kind. */
    public int messages(Asking.Asked asked, String kind) {
        return count("select count(*) from invitation_message where invitation_id = ? and kind = ?", id(asked), kind);
    }

    /** Why the row of an invitation needs attention; null when it does not. */
    public String attention(Asking.Asked asked) {
        return app.database()
                .read(handle -> handle.createQuery("select attention from portfolio_entry where invitation_id = ?")
                        .bind(0, id(asked))
                        .mapTo(String.class)
                        .findFirst()
                        .orElse(null));
    }

    /** Links of an invitation made for colleagues that work. */
    public int handedOver(Asking.Asked asked) {
        return count(
                "select count(*) from invitation_link"
                        + " where invitation_id = ? and handed_over_by is not null and secret_sealed is null",
                id(asked));
    }

    /** The invitation's time is over. */
    public void expire(Asking.Asked asked) {
        app.database()
                .write(handle -> handle.execute(
                        "update invitation set expires_at = utc_timestamp(6) - interval 1 day where id = ?",
                        id(asked)));
    }

    /** Mails of a kind that wait or were sent, by recipient. */
    public int mails(String kind, String recipient) {
        return count("select count(*) from outbox_mail where kind = ? and recipient = ?", kind, recipient);
    }

    /** Mails with a subject that has these words, the newest first. */
    public List<DemoMailServer.Mail> mailsAbout(String words) {
        return app.sentMail().stream()
                .filter(mail -> mail.subject().contains(words))
                .toList();
    }

    /** A number from the database. */
    public int count(String sql, Object... arguments) {
        return app.database().read(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < arguments.length; i++) {
                query.bind(i, arguments[i]);
            }
            return query.mapTo(Integer.class).one();
        });
    }

    /** The invitation's id. */
    public static UUID id(Asking.Asked asked) {
        return UUID.fromString(asked.path().replace("/invitations/", ""));
    }
}
