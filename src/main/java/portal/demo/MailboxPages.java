package portal.demo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portal.platform.web.Page;

/** Pages of the demo's mailbox. */
public final class MailboxPages {
    private MailboxPages() {}

    /** All mail, the newest first. */
    public record Index(List<DemoMailServer.Mail> mails) implements Page {
        @Override
        public String template() {
            return "demo/mailbox.jte";
        }
    }

    /** One mail. */
    public record Show(DemoMailServer.Mail mail) implements Page {
        private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

        @Override
        public String template() {
            return "demo/mail.jte";
        }

        /** The text in parts: every second one is an address. */
        public List<String> parts() {
            java.util.ArrayList<String> parts = new java.util.ArrayList<>();
            Matcher address = ADDRESS.matcher(mail.text());
            int from = 0;
            while (address.find()) {
                parts.add(mail.text().substring(from, address.start()));
                parts.add(address.group());
                from = address.end();
            }
            parts.add(mail.text().substring(from));
            return parts;
        }
    }
}
