package portal.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker, which also runs validator.w3.org, in this process. */
public final class HtmlChecker {
    private static final String SCHEMA = "http://s.validator.nu/html5-all.rnc";

    private final Findings findings = new Findings();
    private final SimpleDocumentValidator validator;

    /** Reads the rules, once for many pages. */
    public HtmlChecker() {
        System.setProperty("nu.validator.datatype.warn", "true");
        validator = new SimpleDocumentValidator(true, false, false);
        try {
            validator.setUpMainSchema(SCHEMA, findings);
            validator.setUpValidatorAndParsers(findings, true, false);
        } catch (Exception exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** What is wrong with a page: errors and warnings, each with the place. */
    public List<String> check(String source) {
        findings.found.clear();
        try {
            validator.checkHtmlInputSource(new InputSource(new StringReader(source)));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (SAXException exception) {
            throw new IllegalStateException(exception);
        }
        return List.copyOf(findings.found);
    }

    private static final class Findings implements ErrorHandler {
        private final List<String> found = new ArrayList<>();

        private void add(SAXParseException finding) {
            found.add(finding.getLineNumber() + ":" + finding.getColumnNumber() + " " + finding.getMessage());
        }

        @Override
        public void warning(SAXParseException finding) {
            add(finding);
        }

        @Override
        public void error(SAXParseException finding) {
            add(finding);
        }

        @Override
        public void fatalError(SAXParseException finding) {
            add(finding);
        }
    }
}
