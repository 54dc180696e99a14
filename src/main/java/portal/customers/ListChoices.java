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
 * @param providers with whom a reseller serves customers; empty for others
 */
public record ListChoices(List<SavedView> views, List<Named> tags, List<Named> resellers, List<Named> providers) {
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
                partners(choices, "reseller", texts),
                partners(choices, "provider", texts));
    }

    private static List<Named> partners(List<SavedViewDao.Choice> choices, String kind, Texts texts) {
        return choices.stream()
                .filter(choice -> choice.kind().equals(kind))
                .map(choice -> new Named(choice.value(), choice.name()))
                .sorted(texts.byLabel(Named::name))
                .toList();
    }

    /** The tags as lines of a select. */
    public List<Option> tagOptions(ListAddress address) {
        return options(tags, ListFilter.Kind.TAG, address);
    }

    /** The resellers as lines of a select. */
    public List<Option> resellerOptions(ListAddress address) {
        return options(resellers, ListFilter.Kind.RESELLER, address);
    }

    /** The providers as lines of a select. */
    public List<Option> providerOptions(ListAddress address) {
        return options(providers, ListFilter.Kind.PROVIDER, address);
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
