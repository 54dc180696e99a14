package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import portal.demo.DemoPeople;
import portal.platform.database.Ids;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.Importing;
import portal.testing.Seats;
import portal.testing.Selling;
import portal.testing.TestApp;

/**
 * Who gets what from every route. Where there is an id, it is of an invitation or a customer of the partner "direct"; the
 * invitation is open and made for customer A, anew for every form that is taken. {@code in} is the way to sign-in. Notes are
 * sent over-long, because few are taken from one address.
 */
class AccessTest {
    private static final List<String> VISITORS = List.of(
            "nobody",
            "norole",
            "direct-helpdesk",
            "direct-admin",
            "direct-global",
            "reseller-admin",
            "customer-a-global",
            "customer-a-user",
            "operator");
    private static final String OTHER_PARTNER = "reseller-admin";

    private static final String TABLE =
            """
                                                                           nobody  norole  helpdesk  admin  global  other  a-global  a-user  operator
            GET  /                                                            200     200       200    200     200    200       200     200       200
            GET  /health/live                                                 200     200       200    200     200    200       200     200       200
            GET  /health/ready                                                200     200       200    200     200    200       200     200       200
            GET  /static/{version}/{name}                                     200     200       200    200     200    200       200     200       200
            GET  /privacy                                                     200     200       200    200     200    200       200     200       200
            GET  /accessibility                                               200     200       200    200     200    200       200     200       200
            GET  /sign-in                                                     303     303       303    303     303    303       303     303       303
            POST /sign-in                                                     303     303       303    303     303    303       303     303       303
            GET  /sign-in/return                                              400     400       400    400     400    400       400     400       400
            POST /preferences                                                 303     303       303    303     303    303       303     303       303
            GET  /sessions                                                       in     200       200    200     200    200       200     200       200
            POST /sessions/endings                                               in     303       303    303     303    303       303     303       303
            POST /sessions/{id}/ending                                           in     404       404    404     404    404       404     404       404
            POST /sign-out/back-channel                                         400     400       400    400     400    400       400     400       400
            GET  /activity                                                     in     403       200    200     200    200       404     404       404
            GET  /customers                                                    in     403       200    200     200    200       404     404       404
            GET  /customers.csv                                                in     403       403    200     200    200       404     404       404
            GET  /customers/views                                              in     403       200    200     200    200       404     404       404
            POST /customers/views                                              in     403       303    303     303    303       404     404       404
            POST /customers/views/{view}/removal                               in     403       303    303     303    303       404     404       404
            GET  /customers/{id}                                               in     403       200    200     200    404       404     404       404
            GET  /activity.csv                                                 in     403       403    200     200    200       404     404       404
            GET  /customers/{id}/removal                                       in     403       403    200     200    404       404     404       404
            POST /customers/{id}/removal                                       in     403       403    409     409    404       404     404       404
            GET  /customers/{id}/privileges                                    in     403       200    200     200    404       404     404       404
            POST /customers/{id}/privileges/removal                            in     403       403    303     303    404       404     404       404
            POST /customers/{id}/renegotiations                                in     403       403    422     422    404       404     404       404
            GET  /removals/{id}                                                in     403       200    200     200    404       404     404       404
            GET  /removals/{id}/notice                                         in     403       200    200     200    404       404     404       404
            POST /removals/{id}/notice                                         in     403       403    422     422    404       404     404       404
            POST /removals/{id}/notice/deliveries                              in     403       403    422     422    404       404     404       404
            POST /removals/{id}/privileges/removal                             in     403       403    303     303    404       404     404       404
            GET  /partners                                                     in     404       404    404     404    404       200     403       404
            GET  /partners/{partner}                                           in     404       404    404     404    404       200     403       404
            POST /partners/{partner}/privileges                                in     404       404    404     404    404       422     403       404
            GET  /partners/{partner}/privileges/removal                        in     404       404    404     404    404       200     403       404
            POST /partners/{partner}/privileges/removal                        in     404       404    404     404    404       303     403       404
            GET  /mail                                                         in     404       404    404     404    404       404     404       200
            POST /mail/{mail}/attempts                                         in     404       404    404     404    404       404     404       303
            POST /mail/{mail}/withdrawal                                       in     404       404    404     404    404       404     404       303
            GET  /people                                                       in     404       404    404     404    404       404     404       200
            POST /people/{person}/export                                       in     404       404    404     404    404       404     404       200
            GET  /people/{person}/erasure                                      in     404       404    404     404    404       404     404       200
            POST /people/{person}/erasure                                      in     404       404    404     404    404       404     404       303
            GET  /customers/{id}/subscriptions                                       in     403       200    200     200    404       404     404       404
            GET  /customers/{id}/subscriptions/new                                   in     403       403    200     200    404       404     404       404
            GET  /customers/{id}/subscriptions/new/{product}                         in     403       403    200     200    404       404     404       404
            POST /customers/{id}/subscriptions/review                                in     403       403    200     200    404       404     404       404
            POST /customers/{id}/subscriptions                                       in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/subscriptions/{subscription}                        in     403       200    200     200    404       404     404       404
            GET  /customers/{id}/subscriptions/{subscription}/seats                  in     403       403    200     200    404       404     404       404
            POST /customers/{id}/subscriptions/{subscription}/seats                  in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/subscriptions/{subscription}/nickname               in     403       403    200     200    404       404     404       404
            POST /customers/{id}/subscriptions/{subscription}/nickname               in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/subscriptions/{subscription}/renewal                in     403       403    200     200    404       404     404       404
            POST /customers/{id}/subscriptions/{subscription}/renewal                in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/subscriptions/{subscription}/suspension             in     403       403    200     200    404       404     404       404
            POST /customers/{id}/subscriptions/{subscription}/suspension             in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/subscriptions.csv                                   in     403       403    200     200    404       404     404       404
            GET  /customers/{id}/subscriptions/{subscription}/resumption             in     403       403    200     200    404       404     404       404
            POST /customers/{id}/subscriptions/{subscription}/resumption             in     403       403    303     303    404       404     404       404
            GET  /catalogue                                                          in     404       404    404     404    404       404     404       200
            POST /catalogue/uploads                                                  in     404       404    404     404    404       404     404       303
            GET  /catalogue/uploads/{upload}                                         in     404       404    404     404    404       404     404       200
            POST /catalogue/uploads/{upload}/loading                                 in     404       404    404     404    404       404     404       303
            GET  /customers/{id}/labels                                        in     403       403    200     200    404       404     404       404
            POST /customers/{id}/labels                                        in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/notes                                         in     403       200    200     200    404       404     404       404
            POST /customers/{id}/notes                                         in     403       303    303     303    404       404     404       404
            GET  /customers/{id}/bill-to                                       in     403       403    200     200    404       404     404       404
            POST /customers/{id}/bill-to                                       in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/services                                      in     403       200    200     200    404       404     404       404
            POST /customers/{id}/services/{service}/opening                    in     403       303    303     303    404       404     404       404
            POST /customers/{id}/service-requests                              in     403       303    303     303    404       404     404       404
            GET  /service-links                                                in     404       404    404     404    404       404     404       200
            GET  /service-links/new                                            in     404       404    404     404    404       404     404       200
            POST /service-links                                                in     404       404    404     404    404       404     404       303
            GET  /service-links/{link}                                         in     404       404    404     404    404       404     404       200
            POST /service-links/{link}                                         in     404       404    404     404    404       404     404       303
            POST /service-links/{link}/removal                                 in     404       404    404     404    404       404     404       303
            GET  /invitations/new                                              in     403       403    200     200    200       404     404       404
            POST /invitations                                                  in     403       403    303     303    303       404     404       404
            GET  /invitations/{id}                                             in     403       200    200     200    404       404     404       404
            GET  /invitations/{id}/draft                                       in     403       403    200     200    404       404     404       404
            POST /invitations/{id}/draft                                       in     403       403    303     303    404       404     404       404
            POST /invitations/{id}/draft/copy                                  in     403       403    200     200    404       404     404       404
            POST /invitations/{id}/draft/language                              in     403       403    303     303    404       404     404       404
            POST /invitations/{id}/deliveries                                  in     403       403    303     303    404       404     404       404
            POST /invitations/{id}/handover                                    in     403       403    303     303    404       404     404       404
            POST /invitations/{id}/renewal                                     in     403       403    303     303    404       404     404       404
            GET  /invitations/{id}/revocation                                  in     403       403    200     200    404       404     404       404
            POST /invitations/{id}/revocation                                  in     403       403    303     303    404       404     404       404
            GET  /settings                                                     in     403       200    200     200    200       404     404       404
            GET  /settings/templates                                           in     403       200    200     200    200       404     404       404
            GET  /settings/templates/{language}                                in     403       200    200     200    200       404     404       404
            POST /settings/templates/{language}/texts                          in     403       403    403     303    403       404     404       404
            POST /settings/templates/{language}/preview                        in     403       403    403     200    403       404     404       404
            POST /settings/templates/{language}/removal                        in     403       403    403     303    403       404     404       404
            GET  /invitations                                                  in     403       200    200     200    200       404     404       404
            GET  /invitations.csv                                              in     403       403    200     200    200       404     404       404
            GET  /invitations/{id}/details                                     in     403       403    200     200    404       404     404       404
            POST /invitations/{id}/details                                     in     403       403    303     303    404       404     404       404
            GET  /invitations/{id}/draft.eml                                   in     403       403    200     200    404       404     404       404
            POST /invitations/{id}/messages/{message}/settlement               in     403       403    303     303    404       404     404       404
            POST /invitations/{id}/releases                                    in     403       403    303     303    404       404     404       404
            POST /invitations/{id}/reminders                                   in     403       403    303     303    404       404     404       404
            GET  /agreement                                                    in     404       404    404     404    404       200     403       404
            POST /agreement/acceptance                                         in     404       404    404     404    404       303     403       404
            GET  /agreements                                                   in     404       404    404     404    404       404     404       200
            GET  /agreements/new                                               in     404       404    404     404    404       404     404       200
            POST /agreements                                                   in     404       404    404     404    404       404     404       422
            GET  /agreements/{id}                                              in     404       404    404     404    404       404     404       200
            GET  /imports                                                      in     404       404    404     404    404       404     404       200
            POST /imports                                                      in     404       404    404     404    404       404     404       422
            GET  /imports/{id}                                                 in     404       404    404     404    404       404     404       200
            POST /imports/{id}/confirmation                                    in     404       404    404     404    404       404     404       303
            POST /imports/{id}/removal                                         in     404       404    404     404    404       404     404       303
            GET  /receipts                                                     in     403       200    200     200    200       200     403       404
            GET  /receipts/{id}                                                in     403       200    200     200    404       404     403       404
            GET  /receipts/{id}/agreement                                      in     403       200    200     200    404       404     403       404
            GET  /invitations/{id}/receipts                                    in     403       303    303     303    404       404     403       404
            GET  /portals/{portal}/invitations/{secret}                       200     403       403    403     403    403       200     403       403
            GET  /portals/{portal}/invitations/{secret}/decline               200     403       403    403     403    403       200     403       403
            POST /portals/{portal}/invitations/{secret}/company                in     303       303    303     303    303       303     303       303
            POST /portals/{portal}/invitations/{secret}/decline                in     403       403    403     403    403       303     403       403
            POST /portals/{portal}/invitations/{secret}/acceptance             in     403       403    403     403    403       303     403       403
            GET  /portals/{portal}/invitations/{secret}/question              200     200       200    200     200    200       200     200       200
            POST /portals/{portal}/invitations/{secret}/question              422     422       422    422     422    422       422     422       422
            GET  /portals/{portal}/invitations/{secret}/not-administrator     200     200       200    200     200    200       200     200       200
            POST /portals/{portal}/invitations/{secret}/not-administrator     422     422       422    422     422    422       422     422       422
            GET  /portals/{portal}/invitations/{secret}/new-link              200     403       403    403     403    403       200     403       403
            POST /portals/{portal}/invitations/{secret}/new-link              200     403       403    403     403    403       200     403       403
            POST /portals/{portal}/invitations/{secret}/release-request        in     403       403    403     403    403       200     403       403
            GET  /portals/{portal}/invitations/{secret}/handover               200    403       403    403     403    403       200     200       403
            POST /portals/{portal}/invitations/{secret}/handover               in     403       403    403     403    403       200     200       403
            GET  /enrolment                                                       in     404       404    404     404    404       404     404       404
            POST /enrolment                                                       in     404       404    404     404    404       404     404       404
            GET  /enrolments                                                      in     404       404    404     404    404       404     404       200
            GET  /enrolments/{id}                                                 in     404       404    404     404    404       404     404       200
            POST /enrolments/{id}/approval                                        in     404       404    404     404    404       404     404       303
            GET  /enrolments/{id}/decline                                         in     404       404    404     404    404       404     404       303
            POST /enrolments/{id}/decline                                         in     404       404    404     404    404       404     404       422
            GET  /enrolments/{id}/suspension                                      in     404       404    404     404    404       404     404       200
            POST /enrolments/{id}/suspension                                      in     404       404    404     404    404       404     404       422
            POST /enrolments/{id}/resumption                                      in     404       404    404     404    404       404     404       303
            GET  /settings/organization                                           in     403       200    200     200    200       404     404       404
            POST /settings/organization/profile                                   in     403       403    403     422    403       404     404       404
            GET  /settings/preferences                                            in     200       200    200     200    200       200     200       200
            POST /settings/preferences                                            in     422       422    422     422    422       422     422       422
            GET  /indirect-providers                                           in     404       404    404     404    200       404     404       404
            GET  /indirect-resellers                                           in     404       404    404     404    404       404     404       404
            GET  /indirect-providers.csv                                       in     404       404    404     404    200       404     404       404
            GET  /indirect-resellers.csv                                       in     404       404    404     404    404       404     404       404
            GET  /indirect-resellers/customers.csv                             in     404       404    404     404    404       404     404       404
            GET  /partnerships/new                                             in     404       404    404     404    403       404     404       404
            POST /partnerships                                                 in     404       404    404     404    403       404     404       404
            GET  /partnerships/{id}                                            in     404       404    404     404    404       404     404       404
            POST /partnerships/{id}/acceptance                                 in     404       404    404     404    403       404     404       404
            POST /partnerships/{id}/refusal                                    in     404       404    404     404    403       404     404       404
            POST /partnerships/{id}/withdrawal                                 in     404       404    404     404    403       404     404       404
            GET  /partnerships/{id}/ending                                     in     404       404    404     404    403       404     404       404
            POST /partnerships/{id}/ending                                     in     404       404    404     404    403       404     404       404
            GET  /partnerships/{id}/invitations/new                            in     404       404    404     404    404       404     404       404
            POST /partnerships/{id}/invitations                                in     404       404    404     404    404       404     404       404
            POST /partnership-links                                            in     404       404    404     404    403       404     404       404
            POST /partnership-links/revocation                                 in     404       404    404     404    403       404     404       404
            GET  /partnership-links/{secret}                                  410     410       410    410     410    410       410     410       410
            POST /partnership-links/{secret}/acceptance                        in     410       410    410     410    410       410     410       410
            GET  /customers/{id}/users                                         in     403       200    200     200    404       404     404       404
            GET  /customers/{id}/users.csv                                     in     403       403    200     200    404       404     404       404
            GET  /customers/{id}/users/new                                     in     403       403    200     200    404       404     404       404
            POST /customers/{id}/users                                         in     403       403    422     422    404       404     404       404
            GET  /customers/{id}/users/{user}                                  in     403       200    200     200    404       404     404       404
            GET  /customers/{id}/users/{user}/details                          in     403       403    200     200    404       404     404       404
            POST /customers/{id}/users/{user}/details                          in     403       403    422     422    404       404     404       404
            POST /customers/{id}/users/{user}/disablement                      in     403       403    303     303    404       404     404       404
            POST /customers/{id}/users/{user}/enablement                       in     403       403    303     303    404       404     404       404
            POST /customers/{id}/users/{user}/password                         in     403       200    200     200    404       404     404       404
            POST /customers/{id}/users/{user}/licences/{product}/assignment    in     403       403    303     303    404       404     404       404
            POST /customers/{id}/users/{user}/licences/{product}/removal       in     403       403    303     303    404       404     404       404
            POST /customers/{id}/users/{user}/changes/{change}/repetition      in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/users/{user}/deletion                         in     403       403    200     200    404       404     404       404
            GET  /customers/{id}/users/upload                                  in     403       403    200     200    404       404     404       404
            GET  /customers/{id}/users/upload/template.csv                     in     403       403    200     200    404       404     404       404
            POST /customers/{id}/users/uploads                                 in     403       403    422     422    404       404     404       404
            POST /customers/{id}/users/batches                                 in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/users/batches/{batch}                         in     403       403    200     200    404       404     404       404
            GET  /customers/{id}/users/batches/{batch}/rows.csv                in     403       403    200     200    404       404     404       404
            POST /customers/{id}/users/batches/{batch}/confirmation            in     403       403    303     303    404       404     404       404
            POST /customers/{id}/users/{user}/deletion                         in     403       403    303     303    404       404     404       404
            POST /customers/{id}/users/{user}/restoration                      in     403       403    303     303    404       404     404       404
            GET  /customers/{id}/support                                       in     403       200    200     200    404       404     404       404
            GET  /customers/{id}/subscriptions/{subscription}/support-contact  in     403       200    200     200    404       404     404       404
            POST /customers/{id}/subscriptions/{subscription}/support-contact  in     403       303    303     303    404       404     404       404
            GET  /customers/{id}/subscriptions/{subscription}/support-contact/changes/{change} in 403   200    200     200    404       404     404       404
            POST /customers/{id}/subscriptions/{subscription}/support-contact/changes/{change}/reversal in 403 409 409 409 404        404     404       404
            GET  /support                                                      in     404       404    404     404    404       200     200       404
            GET  /support-coverage                                             in     403       200    200     200    200       404     404       404
            POST /support-coverage/changes                                     in     403       303    303     303    303       404     404       404
            GET  /support-coverage/changes/{id}                                in     403       200    200     200    404       404     404       404
            POST /support-coverage/changes/{id}/confirmation                   in     403       422    422     422    404       404     404       404
            GET  /look-up                                                      in     403       200    200     200    200       404     404       404
            POST /sign-out                                                    303     303       303    303     303    303       303     303       303
            """;

    /** One of the demo's admin portals. */
    private static final String SERVICE = "7e4a47c0-0000-4000-8000-000000000201";

    private static TestApp app;
    private static final Map<String, Client> CLIENTS = new HashMap<>();
    private static Asking.Asked shown;
    private static Asking.Asked told;
    private static Asking.Asked accepted;
    private static String question;
    private static String release;
    private static String customer;
    private static String subscription;
    private static String upload;
    private static Selling selling;
    private static String agreement;
    private static String receipt;
    private static String removed;
    private static String leaver;
    private static String user;
    private static String product;
    private static String batch;
    private static String choice;
    private static String change;

    @BeforeAll
    static void start() {
        app = TestApp.withDirectory();
        for (String visitor : VISITORS) {
            CLIENTS.put(visitor, visitor.equals("nobody") ? app.nobody() : app.as(visitor));
        }
        Client customerB = app.as("customer-b-global");
        shown = Asking.by(CLIENTS.get("direct-admin")).asked();
        told = Asking.by(CLIENTS.get("direct-admin")).asked();
        question = message(app.nobody(), "question", "question");
        release = message(customerB, "release-request", "release");
        accepted = acceptedBy(customerB);
        customer = "/customers/" + only("select id from portfolio_entry where state = 'active'");
        selling = Selling.at(app);
        subscription = selling.ordered(CLIENTS.get("direct-admin"), customer, "WORK-Y", "5");
        upload = uploaded(CLIENTS.get("operator")).location().orElseThrow();
        prepareUser();
        agreement = only("select id from agreement");
        receipt = only("select id from acceptance_evidence");
        removed = removedByDirect();
        leaver = leaver();
        support();
    }

    /** A row of the partner's that was removed: customer A's, which has a relationship no more. */
    private static String removedByDirect() {
        Client partner = CLIENTS.get("direct-admin");
        assertEquals(
                200,
                Accepting.accept(
                                CLIENTS.get("customer-a-global"),
                                Asking.by(partner).asked().link())
                        .status());
        String row = only("select e.id from portfolio_entry e join organization o on o.id = e.customer_id"
                + " where o.domain = 'jizerske-sklo.example' and e.state = 'active'");
        String page = "/customers/" + row + "/removal";
        Map<String, String> fields = filledIn(partner.get(page));
        fields.put("good-faith", "yes");
        fields.put("typed-domain", "jizerske-sklo.example");
        assertEquals(303, partner.post(page, fields).status());
        return row;
    }

    /** Somebody who has signed in once and is not needed any more. */
    private static String leaver() {
        app.as("provider2-admin");
        return only("select id from person where email = 'vojtech.prochazka@vltava.example'");
    }

    /** A subscription whose contact was chosen, and a change of many. */
    private static void support() {
        Client admin = CLIENTS.get("direct-admin");
        String path = subscription + "/support-contact";
        Map<String, String> fields = new HashMap<>(filledIn(admin.get(path)));
        fields.put("reference", "SLA-1");
        assertEquals(303, admin.post(path, fields).status());
        choice = only("select id from support_designation");
        admin.post(
                "/support-coverage/changes", Map.of("pick", subscription.substring(subscription.lastIndexOf('/') + 1)));
        change = only("select id from support_change");
    }

    private static Answer uploaded(Client client) {
        byte[] file = Selling.CATALOGUE.getBytes(StandardCharsets.UTF_8);
        return client.upload("/catalogue/uploads", Map.of(), "file", "catalogue.csv", file);
    }

    /** One user of the customer, and licences for it that are to be confirmed. */
    private static void prepareUser() {
        product = Seats.of(app, DemoPeople.person("customer-b-global").tenant(), "Office for Everybody", 5);
        Client admin = CLIENTS.get("direct-admin");
        Map<String, String> fields = new HashMap<>(filledIn(admin.get(customer + "/users/new")));
        fields.putAll(Map.of("first-name", "Ewa", "last-name", "Gąsior", "country", "PL"));
        fields.put("sign-in-name", "ewa." + Ids.next());
        fields.put("domain", "laki-mazurskie.example");
        fields.remove("licence");
        assertEquals(200, admin.post(customer + "/users", fields).status());
        user = only("select id from customer_user");
        Map<String, String> chosen = Map.of("user", user, "product", product, "change", "assign");
        assertEquals(303, admin.post(customer + "/users/batches", chosen).status());
        batch = only("select id from user_batch");
    }

    private static String only(String query) {
        return app.database()
                .read(handle -> handle.createQuery(query).mapTo(String.class).one());
    }

    /** Somebody with the link leaves a message. */
    private static String message(Client client, String path, String kind) {
        client.get(told.link());
        Answer answer = client.post(told.link() + "/" + path, Map.of("note", "Why?"));
        assertEquals(303, answer.status());
        return app.database().read(handle -> handle.createQuery("select id from invitation_message where kind = :kind")
                .bind("kind", kind)
                .mapTo(String.class)
                .one());
    }

    /** A customer takes an invitation that names no domain. */
    private static Asking.Asked acceptedBy(Client client) {
        Asking.Asked open = Asking.by(CLIENTS.get("direct-admin"))
                .with("domain", null)
                .with("email", null)
                .with("company", null)
                .asked();
        assertEquals(200, Accepting.accept(client, open.link()).status());
        return open;
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void nobodyFindsARouteThatIsNotInTheTable() {
        Set<String> routes = app.app().routes().table().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(routes, new TreeSet<>(table().keySet()), "Say in the table who gets what");
    }

    @Test
    void anotherPartnerFindsNothingOfOurs() {
        List<List<String>> ours = table().entrySet().stream()
                .filter(row -> row.getKey().contains("{id}"))
                .map(Map.Entry::getValue)
                .toList();
        assertFalse(ours.isEmpty());
        assertTrue(ours.stream()
                .allMatch(row -> row.get(VISITORS.indexOf(OTHER_PARTNER)).matches("404|403")));
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatTheTableSays() {
        return table().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    List<String> got = new ArrayList<>();
                    for (String visitor : VISITORS) {
                        String expected = row.getValue().get(got.size());
                        got.add(outcome(ask(row.getKey(), CLIENTS.get(visitor), expected)));
                    }
                    assertEquals(byVisitor(row.getValue()), byVisitor(got));
                }));
    }

    private static Map<String, String> byVisitor(List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < VISITORS.size(); i++) {
            named.put(VISITORS.get(i), cells.get(i));
        }
        return named;
    }

    private static Map<String, List<String>> table() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLE.lines().skip(1).forEach(line -> {
            List<String> cells = List.of(line.strip().split("\\s+"));
            assertEquals(2 + VISITORS.size(), cells.size(), line);
            rows.put(cells.get(0) + " " + cells.get(1), cells.subList(2, cells.size()));
        });
        return rows;
    }

    private static String outcome(Answer answer) {
        Optional<String> location = answer.location();
        boolean signIn = location.isPresent() && location.get().matches("/sign-in(\\?return=.*)?");
        return signIn && answer.status() == 303 ? "in" : String.valueOf(answer.status());
    }

    private static Answer ask(String route, Client client, String expected) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        if (method.equals(HandlerType.GET.name())) {
            return client.get(address(path, shown));
        }
        if (path.equals("/invitations")) {
            return Asking.by(client).send();
        }
        if (path.equals("/catalogue/uploads")) {
            client.get("/");
            return uploaded(client);
        }
        if (path.equals("/imports")) {
            client.get("/");
            return client.upload(path, Map.of("id", Ids.next().toString()), "a.csv", new byte[] {'a'});
        }
        if (path.endsWith("/users/uploads")) {
            return client.upload(address(path, shown), Map.of(), "file", "empty.csv", new byte[0]);
        }
        Asking.Asked of = invitation(path, expected);
        client.get("/");
        Map<String, String> fields = fields(path, client, of);
        return client.post(address(path, of), fields);
    }

    /** A new one where something is meant to happen to it; few may be open at once. */
    private static Asking.Asked invitation(String path, String expected) {
        if (path.startsWith("/customers/")) {
            return shown;
        }
        if (path.contains("{message}") || path.endsWith("/releases")) {
            return told;
        }
        return (path.contains("{id}") || path.contains("{secret}")) && expected.matches("200|303")
                ? Asking.by(CLIENTS.get("direct-admin")).asked()
                : shown;
    }

    private static String address(String path, Asking.Asked of) {
        if (path.startsWith("/static/")) {
            Answer page = CLIENTS.get("nobody").get("/");
            return page.page().selectFirst("link[rel=stylesheet]").attr("href");
        }
        if (path.startsWith("/imports/")) {
            // what one operator confirms or removes, the next cannot
            String read = Importing.by(CLIENTS.get("operator")).read("portal").path();
            return path.replace("/imports/{id}", read);
        }
        return path.replace("/portals/{portal}/invitations/{secret}", of.link())
                .replace("/customers/{id}/subscriptions/{subscription}", subscription)
                .replace("/catalogue/uploads/{upload}", upload)
                .replace("/licences/{product}", "/licences/" + product)
                .replace("{product}", selling.product("WORK-Y"))
                .replace("/agreements/{id}", "/agreements/" + agreement)
                .replace("/sessions/{id}", "/sessions/" + receipt)
                .replace("/receipts/{id}", "/receipts/" + receipt)
                .replace("/partnerships/{id}", "/partnerships/" + agreement)
                .replace("/partnership-links/{secret}", "/partnership-links/" + "x".repeat(43))
                .replace("/invitations/{id}/receipts", accepted.path() + "/receipts")
                .replace("/support-coverage/changes/{id}", "/support-coverage/changes/" + change)
                .replace("/customers/{id}", customer)
                .replace("{service}", SERVICE)
                .replace("{link}", path.endsWith("/removal") ? UUID.randomUUID().toString() : SERVICE)
                .replace("{view}", UUID.randomUUID().toString())
                .replace(
                        "/enrolments/{id}",
                        "/enrolments/" + DemoPeople.person("direct-global").tenant())
                .replace("/invitations/{id}", of.path())
                .replace("/removals/{id}", "/removals/" + removed)
                .replace("{partner}", DemoPeople.person("direct-admin").tenant().toString())
                .replace("{mail}", question)
                .replace("{person}", leaver)
                .replace("{message}", question)
                .replace("{user}", user)
                .replace("{batch}", batch)
                .replace("{change}", path.contains("/support-contact/") ? choice : user)
                .replace("{language}", "cs");
    }

    private static Map<String, String> fields(String path, Client client, Asking.Asked of) {
        if (path.startsWith("/settings/templates/")) {
            return filledIn(client.get("/settings/templates/cs"));
        }
        if (path.matches(".*/subscriptions(/review)?")) {
            return selling.order("WORK-Y", "1");
        }
        if (path.contains("{subscription}")) {
            return filledIn(client.get(address(path, of)));
        }
        if (path.equals("/customers/{id}/users")) {
            return filledIn(client.get(customer + "/users/new"));
        }
        if (path.endsWith("/password")) {
            return Map.of("id", Ids.next().toString());
        }
        if (path.contains("/users/")) {
            return Map.of();
        }
        if (path.equals("/agreements")) {
            return filledIn(client.get("/agreements/new"));
        }
        if (path.startsWith("/customers/{id}/")) {
            return ofRecord(path.substring("/customers/{id}/".length()), client);
        }
        if (path.equals("/customers/views")) {
            return Map.of("view-name", "By name", "sort", "name");
        }
        if (path.startsWith("/service-links")) {
            return ofServiceLink(path, client);
        }
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "acceptance" -> Accepting.fields(client, of.link());
            case "details" -> filledIn(client.get(of.path() + "/details"));
            case "handover" -> path.contains("{secret}") ? filledIn(client.get(of.link() + "/handover")) : Map.of();
            case "language", "preferences" -> Map.of("language", "en");
            case "draft", "copy", "deliveries" -> of.draft();
            case "releases" -> Map.of("message", release);
            case "question", "not-administrator" -> Map.of("note", "x".repeat(501));
            default -> Map.of();
        };
    }

    private static Map<String, String> ofRecord(String path, Client client) {
        return switch (path) {
            case "labels" -> filledIn(client.get(customer + "/labels"));
            case "bill-to" -> {
                Map<String, String> fields = filledIn(client.get(customer + "/bill-to"));
                fields.put("country", "PL");
                yield fields;
            }
            case "notes" -> Map.of("id", Ids.next().toString(), "note", "Calls on Mondays");
            case "service-requests" -> {
                String id = Ids.next().toString();
                yield Map.of("id", id, "number", id, "called-on", "2026-11-20", "request-subject", "Mail is late");
            }
            default -> Map.of();
        };
    }

    private static Map<String, String> ofServiceLink(String path, Client client) {
        Map<String, String> fields = filledIn(client.get(address(path, shown)));
        if (path.equals("/service-links")) {
            fields.putAll(filledIn(client.get("/service-links/new")));
            fields.put("service-name", "Portal");
            fields.put("service-url", "https://portal.example/{tenant}");
        }
        return fields;
    }

    private static String value(Element field) {
        Element chosen = field.selectFirst("option[selected]");
        return chosen == null ? field.val() : chosen.val();
    }

    /** The fields of a page's forms, as they stand. */
    private static Map<String, String> filledIn(Answer page) {
        Map<String, String> fields = new HashMap<>();
        page.page()
                .select("main input[name]:not([type=checkbox]), main textarea[name], main select[name]")
                .forEach(field -> fields.put(field.attr("name"), value(field)));
        fields.remove("csrf");
        return fields;
    }
}
