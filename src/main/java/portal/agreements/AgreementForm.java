package portal.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import portal.platform.Vault;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * A version of the agreement to be added.
 *
 * @param id of the version, made with the empty form, so that sending it twice adds one
 * @param effectiveFrom day as {@code 2027-01-31}, as is requiredFrom, which may be empty
 * @param texts one per language, in the order of {@link Language}
 * @param seen fingerprint of what the preview showed; empty before there was one
 */
public record AgreementForm(
        String id,
        String version,
        String country,
        String effectiveFrom,
        String requiredFrom,
        List<Text> texts,
        String seen) {
    private static final int LONGEST_VERSION = 20;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 40_000;

    /** Title and body in one language; both empty when English serves its readers. */
    public record Text(Language language, String title, String body) {
        boolean empty() {
            return title.isEmpty() && body.isEmpty();
        }
    }

    /** An empty form for every country, in force from a day. */
    static AgreementForm empty(UUID id, LocalDate from) {
        List<Text> texts = Stream.of(Language.values())
                .map(language -> new Text(language, "", ""))
                .toList();
        return new AgreementForm(id.toString(), "", Agreement.EVERY_COUNTRY, from.toString(), "", texts, "");
    }

    /** What was sent. */
    static AgreementForm from(Form form) {
        List<Text> texts = Stream.of(Language.values())
                .map(language ->
                        new Text(language, form.line("title-" + language.code()), form.text("body-" + language.code())))
                .toList();
        return new AgreementForm(
                form.line("id"),
                form.line("version"),
                form.line("country"),
                form.line("effective-from"),
                form.line("required-from"),
                texts,
                form.line("seen"));
    }

    /**
     * What needs another look.
     *
     * @param today in the operator's zone: a version may begin yesterday, for those whose day is behind, not earlier
     */
    FormErrors errors(LocalDate today, Collection<String> countries) {
        FormErrors errors = new FormErrors();
        errors.required("version", version, LONGEST_VERSION);
        if (!country.equals(Agreement.EVERY_COUNTRY) && !countries.contains(country)) {
            errors.add("country", "error.agreement.country");
        }
        LocalDate effective = day(errors, "effective-from", effectiveFrom);
        if (effective != null && effective.isBefore(today.minusDays(1))) {
            errors.add("effective-from", "error.agreement.past");
        }
        LocalDate required = requiredFrom.isEmpty() ? null : day(errors, "required-from", requiredFrom);
        if (effective != null && required != null && required.isBefore(effective)) {
            errors.add("required-from", "error.agreement.required-before");
        }
        texts.forEach(text -> check(errors, text));
        return errors;
    }

    private static void check(FormErrors errors, Text text) {
        String code = text.language().code();
        if (text.empty() && text.language() != Language.EN) {
            return;
        }
        errors.required("title-" + code, text.title(), LONGEST_TITLE);
        errors.required("body-" + code, text.body(), LONGEST_BODY);
    }

    private static LocalDate day(FormErrors errors, String field, String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= 2000 && day.getYear() < 3000) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // told below
        }
        errors.add(field, "error.date");
        return null;
    }

    /** When it comes into force: the beginning of the day in a zone. */
    Instant effective(ZoneId zone) {
        return LocalDate.parse(effectiveFrom).atStartOfDay(zone).toInstant();
    }

    /** When it has to be accepted; null when customers are not asked again. */
    Instant required(ZoneId zone) {
        return requiredFrom.isEmpty()
                ? null
                : LocalDate.parse(requiredFrom).atStartOfDay(zone).toInstant();
    }

    /** The texts that were written, as they will stand. */
    List<Agreement> agreements() {
        return texts.stream()
                .filter(text -> !text.empty())
                .map(text -> new Agreement(
                        UUID.fromString(id),
                        version,
                        country,
                        text.language().code(),
                        text.title(),
                        text.body(),
                        Vault.digest(text.body())))
                .toList();
    }

    /** Tells whether the preview showed exactly this. */
    public String fingerprint() {
        List<String> parts = List.of(id, version, country, effectiveFrom, requiredFrom, texts.toString());
        return HexFormat.of().formatHex(Vault.digest(String.join("\n", parts)));
    }
}
