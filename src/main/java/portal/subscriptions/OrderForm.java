package portal.subscriptions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.platform.database.Ids;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * An order, as it is being filled in.
 *
 * @param number of the order, made with the empty form, so that sending it twice orders once
 * @param product that is ordered, and offer, the way it is
 * @param seats means nothing for what is billed by use
 * @param reseller of record; empty for none
 */
public record OrderForm(String number, String product, String offer, String seats, String nickname, String reseller) {
    /** Longest nickname. */
    public static final int LONGEST_NICKNAME = 100;

    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String ANY_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String NUMBER = "[0-9]{1,7}";

    /** The empty form of a product; its only offer is chosen. */
    static OrderForm empty(UUID product, List<Offer> offers) {
        String offer = offers.size() == 1 ? offers.get(0).id().toString() : "";
        return new OrderForm(Ids.next().toString(), product.toString(), offer, "", "", "");
    }

    /** What was sent. */
    static OrderForm from(Form form) {
        return new OrderForm(
                form.line("number"),
                form.line("product"),
                form.line("offer"),
                form.line("seats"),
                form.line("nickname"),
                form.line("reseller"));
    }

    /** Whether it is a form of ours at all. */
    boolean readable() {
        return number.matches(ID) && product.matches(ANY_ID);
    }

    UUID id() {
        return UUID.fromString(number);
    }

    UUID productId() {
        return UUID.fromString(product);
    }

    /** The offer that is chosen, of those there are. */
    Optional<Offer> chosen(List<Offer> offers) {
        return offers.stream().filter(one -> one.id().toString().equals(offer)).findFirst();
    }

    /** What needs another look. */
    FormErrors errors(List<Offer> offers, List<ResellersOfRecord.Candidate> resellers) {
        FormErrors errors = new FormErrors();
        Optional<Offer> chosen = chosen(offers);
        if (chosen.isEmpty()) {
            errors.add("offer", "error.order.offer");
        }
        chosen.filter(Offer::seated).ifPresent(one -> checkSeats(errors, seats, one.leastSeats(), one.mostSeats()));
        errors.text("nickname", nickname, LONGEST_NICKNAME);
        if (!reseller.isEmpty()
                && resellers.stream().noneMatch(one -> one.id().toString().equals(reseller))) {
            errors.add("reseller", "error.order.reseller");
        }
        return errors;
    }

    static void checkSeats(FormErrors errors, String seats, int least, int most) {
        if (seats.isEmpty()) {
            errors.add("seats", "error.required");
        } else if (!seats.matches(NUMBER) || Integer.parseInt(seats) < least || Integer.parseInt(seats) > most) {
            String shown = seats.codePointCount(0, seats.length()) > 20 ? "…" : seats;
            errors.add("seats", "error.seats", least, most, shown);
        }
    }

    /** The seats of an order without errors; null when the offer has none. */
    Integer seats(Offer chosen) {
        return chosen.seated() ? Integer.valueOf(seats) : null;
    }

    /** Null when there is none. */
    String nicknameOrNull() {
        return nickname.isEmpty() ? null : nickname;
    }

    /** Null when there is none. */
    UUID resellerId() {
        return reseller.isEmpty() ? null : UUID.fromString(reseller);
    }
}
