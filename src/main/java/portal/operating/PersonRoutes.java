package portal.operating;

import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.signin.Person;
import portal.signin.Persons;

/** The operator answers people who ask what is kept of them, or want it erased. */
public final class PersonRoutes {
    private static final String PATH = "/people";
    private static final int LONGEST = 254;

    private final Database database;
    private final Erasure erasure;

    /** Calls the verbs of erasure. */
    public PersonRoutes(Database database, Erasure erasure) {
        this.database = database;
        this.erasure = erasure;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.OPERATE, this::index);
        routes.post(PATH + "/{person}/export", Access.OPERATE, this::export);
        routes.get(PATH + "/{person}/erasure", Access.OPERATE, this::form);
        routes.post(PATH + "/{person}/erasure", Access.OPERATE, this::erase);
    }

    private void index(Request request) {
        String sent = request.query("q").orElse("").replaceAll("[\\p{C}]", "");
        String search = sent.codePointCount(0, sent.length()) > LONGEST ? "" : sent;
        List<Person> found = search.isEmpty() ? List.of() : find(search);
        request.page(new OperatingPages.People(search, found));
    }

    private List<Person> find(String search) {
        boolean id = search.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return database.read(handle -> id
                ? Persons.find(handle, UUID.fromString(search)).stream().toList()
                : Persons.withEmail(handle, search));
    }

    private Person person(Request request) {
        UUID id = request.id("person");
        return database.read(handle -> Persons.find(handle, id)).orElseThrow(Refusal::notFound);
    }

    /** A form, because it is written down who asked for it. */
    private void export(Request request) {
        Person person = person(request);
        erasure.exported(request.visitor(), person, request.now());
        PersonFile file = new PersonFile(database, request.texts(), person);
        request.download(file.name(), "text/csv; charset=utf-8", (OutputStream output) -> file.write(output));
    }

    private void form(Request request) {
        Person person = person(request);
        request.page(new OperatingPages.Erase(person, erasure.begun(request.visitor(), person)));
    }

    private void erase(Request request) {
        Person person = person(request);
        boolean erased = erasure.erase(request.visitor(), person, request.now());
        request.redirect(
                PATH + "?q=" + person.id(),
                erased ? Flash.done("flash.person-erased") : Flash.note("flash.person-erased-already"));
    }
}
