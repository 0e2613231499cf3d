package uk.thinkuknow.journey;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker of the W3C, in this process and without the network. */
final class HtmlChecker {
    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    private HtmlChecker() {}

    /** What is wrong with a page, as {@code address:line: message}; its warnings are advice and left out. */
    static List<String> errorsIn(String address, String html) throws IOException {
        var errors = new ArrayList<String>();
        var found = new Errors(address, errors);
        try {
            var checker = new SimpleDocumentValidator();
            checker.setUpMainSchema(SCHEMA, found);
            checker.setUpValidatorAndParsers(found, false, false);
            var page = new InputSource(new StringReader(html));
            page.setSystemId(address);
            checker.checkHtmlInputSource(page);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the checker could not check " + address, e);
        }
        return errors;
    }

    private record Errors(String address, List<String> all) implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {
            all.add(address + ":" + error.getLineNumber() + ": " + error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            error(error);
        }
    }
}
