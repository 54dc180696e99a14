package portal.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.testing.TestDatabase;

class AddressPatternTest {
    private static Database database;

    @BeforeAll
    static void open() {
        database = new Database(TestDatabase.newSchema(), 1);
        database.write(handle -> handle.execute("create table sentence (body varchar(200))"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void strangersWhoseAddressContainsItAreNotFound() {
        for (String other : List.of(
                "joann@x.cz",
                "jo.ann@x.cz",
                "jo-ann@x.cz",
                "jo+ann@x.cz",
                "jo_ann@x.cz",
                "o'ann@x.cz",
                "čann@x.cz",
                "1ann@x.cz",
                "ann@x.cz.example",
                "ann@x.czech",
                "ann@x.cz-x.example",
                "ann@x.czž",
                "ann@xxcz",
                "ann+news@x.cz")) {
            assertEquals("To " + other + " only", replaced("To " + other + " only", "ann@x.cz"));
        }
    }

    @Test
    void theAddressIsFoundWhereverItStands() {
        for (String around : List.of(
                "?",
                "To ?",
                "? is",
                "To ?.",
                "To ?. Then",
                "<?>",
                "mailto:?",
                "(?)",
                "„?“",
                "'?'",
                "?, ?; ?",
                "-?",
                "?-",
                "? – ?",
                "/?/",
                "=?&",
                "?:",
                "?…",
                "\n?\n")) {
            assertEquals(around.replace("?", "#"), replaced(around.replace("?", "ann@x.cz"), "ann@x.cz"));
        }
        assertEquals("# and joann@x.cz", replaced("ANN@X.cz and joann@x.cz", "ann@x.cz"));
    }

    @Test
    void signsOfAnAddressMeanThemselves() {
        for (String odd : List.of("a.b+c@x.cz", "o'x@x.cz", "a\\Eb@x.cz", "$1(a|b)*[c]@x.cz", "ž@ž.cz", "+a@x.cz")) {
            assertEquals("To #.", replaced("To " + odd + ".", odd));
        }
        assertEquals("To axb@x.cz", replaced("To axb@x.cz", "a.b@x.cz"));
    }

    private static String replaced(String text, String address) {
        return database.write(handle -> {
            handle.execute("delete from sentence");
            handle.execute("insert into sentence values (?)", text);
            handle.execute("update sentence set body = regexp_replace(body, ?, '#')", AddressPattern.of(address));
            return handle.select("select body from sentence")
                    .mapTo(String.class)
                    .one();
        });
    }
}
