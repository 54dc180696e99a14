package portal.operating;

import java.util.List;
import portal.platform.mail.StuckMail;
import portal.platform.web.Page;
import portal.signin.Person;

/** Pages of the operator. */
public final class OperatingPages {
    private OperatingPages() {}

    /**
     * Mail that did not leave.
     *
     * @param older address of the page after; null on the last
     */
    public record StuckMails(List<StuckMail> mails, boolean first, String older) implements Page {}

    /** People by their exact address or id; {@code search} is empty before anybody was looked for. */
    public record People(String search, List<Person> found) implements Page {}

    /**
     * Whether somebody shall be erased.
     *
     * @param begun whether an erasure did not come to its end
     */
    public record Erase(Person person, boolean begun) implements Page {}
}
