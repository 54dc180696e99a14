package portal.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

class ComponentsTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private final Flash flash = Flash.note("components.error-summary.item", "<Made>", "by & by");
    private final View view = new View(
            Texts.in(Language.EN),
            Optional.empty(),
            "/request",
            new View.Appearance("Partner Portal", "system", "Středoevropský portál z.s."),
            List.of(),
            new Assets(),
            () -> "token",
            Optional.of(flash),
            ZoneOffset.UTC);
    private final FormErrors errors = new FormErrors();

    @Test
    void fieldInErrorPointsToItsHintAndItsError() {
        errors.email("email", "biuro@");
        Document page = draw("field", Map.of("name", "email", "value", "biuro@", "hintText", "Where to?"));
        Element input = page.selectFirst("input#email");
        assertEquals("true", input.attr("aria-invalid"));
        assertEquals("email-hint email-error", input.attr("aria-describedby"));
        assertTrue(page.selectFirst("#email-error").text().startsWith("Add the part after the @"));
    }

    @Test
    void fieldWithoutErrorOrHintSaysNothingMore() {
        Element input = draw("field", Map.of("name", "email")).selectFirst("input");
        for (String absent : List.of("aria-invalid", "aria-describedby", "maxlength", "required", "min", "size")) {
            assertFalse(input.hasAttr(absent), absent);
        }
        assertEquals("", input.attr("value"));
    }

    @Test
    void areaKeepsTheTextAsItWasWritten() {
        String text = "\n  Hello </textarea> & \"all\"\nof you";
        Element area = draw("area", Map.of("name", "note", "value", text)).selectFirst("textarea");
        assertEquals(text, area.wholeText());
    }

    @Test
    void disabledChoiceShowsItsReason() {
        Content reason = output -> output.writeContent("Not in your region.");
        Document page = draw(
                "choice", Map.of("name", "kind", "type", "radio", "value", "one", "label", "One", "reason", reason));
        Element radio = page.selectFirst("input[type=radio][disabled]");
        assertEquals("kind-one", radio.id());
        assertEquals(
                "Not in your region.",
                page.getElementById(radio.attr("aria-describedby")).text());
    }

    @Test
    void summaryCountsAndLeadsToTheFields() {
        errors.required("email", "", 10);
        errors.add("note", "error.too-long", 2000, 2001);
        Document page = draw("error-summary", Map.of());
        assertEquals("Two things need another look", page.select("h2").text());
        assertEquals("#email", page.select("a").attr("href"));
        assertTrue(page.text().contains("Use at most 2,000 characters. You wrote 2,001."), page.text());
    }

    @Test
    void messageOfTheLastRequestIsEscaped() {
        Element notice = draw("flash", Map.of()).selectFirst(".notice[role=status]");
        assertEquals("<Made>: by & by", notice.text());
    }

    @Test
    void pagerOnTheOnlyPageLeadsNowhere() {
        Map<String, Object> here = new HashMap<>(Map.of("from", "Ábel", "to", "Żuk"));
        here.put("first", null);
        here.put("previous", null);
        here.put("next", "?after=1");
        Document page = draw("pager", here);
        assertEquals(2, page.select("button[disabled]").size());
        assertEquals("next", page.select("a").attr("rel"));
    }

    @Test
    void selectKeepsTheChoice() {
        Map<String, Object> arguments = Map.of("name", "language", "options", Option.languages(Language.PL));
        Document page = draw("select", arguments);
        assertEquals("pl", page.select("option[selected]").attr("value"));
        assertEquals("Polski", page.select("option[lang=pl]").text());
    }

    private Document draw(String component, Map<String, Object> arguments) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("view", view);
        all.put("errors", errors);
        all.keySet()
                .retainAll(
                        ENGINE.getParamInfo("components/" + component + ".jte").keySet());
        StringOutput output = new StringOutput();
        ENGINE.render("components/" + component + ".jte", all, output);
        return Jsoup.parse(output.toString());
    }
}
