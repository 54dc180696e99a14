package portal.customers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import portal.platform.texts.Texts;
import portal.platform.web.Option;

/**
 * What can be chosen on the Customers page beside what is the same for everybody.
 *
 * @param tags in use
 * @param resellers through whom a provider serves customers; empty for others
 */
public record ListChoices(List<SavedView> views, List<Named> tags, List<Named> resellers) {
    /** A label, and what people call it. */
    public record Named(String label, String name) {}

    /** What was read, in the reader's alphabet. */
    static ListChoices of(List<SavedViewDao.Choice> choices, Texts texts) {
        return new ListChoices(
                choices.stream()
                        .filter(choice -> choice.kind().equals("view"))
                        .map(choice -> new SavedView(choice.id(), choice.name(), choice.value()))
                        .sorted(texts.byLabel(SavedView::name))
                        .toList(),
                choices.stream()
                        .filter(choice -> choice.kind().equals("tag"))
                        .map(choice -> new Named(choice.value(), choice.value().substring("tag:".length())))
                        .toList(),
                choices.stream()
                        .filter(choice -> choice.kind().equals("reseller"))
                        .map(choice -> new Named(choice.value(), choice.name()))
                        .sorted(texts.byLabel(Named::name))
                        .toList());
    }

    /** The tags as lines of a select. */
    public List<Option> tagOptions(ListAddress address) {
        return options(tags, ListFilter.Kind.TAG, address);
    }

    /** The resellers as lines of a select. */
    public List<Option> resellerOptions(ListAddress address) {
        return options(resellers, ListFilter.Kind.RESELLER, address);
    }

    /** What is chosen stands there also when it is not in use, or one of many. */
    private static List<Option> options(List<Named> named, ListFilter.Kind kind, ListAddress address) {
        Optional<ListFilter> chosen = address.filter().filter(filter -> filter.kind() == kind);
        boolean missing = chosen.isPresent()
                && named.stream().noneMatch(one -> one.label()
                        .equalsIgnoreCase(chosen.get().label()));
        Stream<Named> also =
                missing ? Stream.of(new Named(chosen.get().label(), chosen.get().value())) : Stream.of();
        return Stream.concat(also, named.stream())
                .map(one -> Option.of(
                        one.label(),
                        one.name(),
                        chosen.isPresent()
                                && one.label().equalsIgnoreCase(chosen.get().label())))
                .toList();
    }
}
