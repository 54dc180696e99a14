package portal.subscriptions;

import java.util.List;
import java.util.stream.Stream;
import portal.platform.texts.Texts;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;

/** The pages of an order: choose, fill in, look over. */
public final class OrderPages {
    private OrderPages() {}

    /**
     * What can be ordered.
     *
     * @param previous address of the page above; null on the first
     * @param next address of the page below; null on the last
     */
    public record Products(
            CustomerRecord customer,
            CatalogueAddress address,
            List<Product.Offered> products,
            String previous,
            String next)
            implements Page {}

    /**
     * The order of one product.
     *
     * @param resellers who can be named as reseller of record
     */
    public record Order(
            CustomerRecord customer,
            Product product,
            List<Offer> offers,
            OrderForm form,
            FormErrors errors,
            List<ResellersOfRecord.Candidate> resellers)
            implements Page {

        /** The lines of a select of resellers, the first for none. */
        public List<Option> options(Texts texts) {
            Option none = Option.of(
                    "",
                    texts.text("subscriptions.order.no-reseller"),
                    form.reseller().isEmpty());
            Stream<Option> named =
                    resellers.stream().map(one -> Option.of(one.id().toString(), one.name(), chosen(one)));
            return Stream.concat(Stream.of(none), named).toList();
        }

        private boolean chosen(ResellersOfRecord.Candidate one) {
            return one.id().toString().equals(form.reseller());
        }
    }

    /**
     * The order to be looked over; nothing is saved yet.
     *
     * @param seats null when it is billed by use
     * @param reseller name of the reseller of record; null for none
     */
    public record Review(CustomerRecord customer, Offer offer, OrderForm form, Integer seats, String reseller)
            implements Page {}
}
