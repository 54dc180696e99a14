package portal.invitations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.agreements.Agreement;
import portal.platform.Vault;
import portal.platform.access.Access;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** Receipts of acceptances, for both sides. */
public final class ReceiptRoutes {
    private static final int PAGE = 50;
    private static final int MOST_OF_INVITATION = 200;

    private final Receipts receipts;

    /** Reads the receipts. */
    public ReceiptRoutes(Receipts receipts) {
        this.receipts = receipts;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/receipts", Access.SEE_RECEIPTS, this::index);
        routes.get("/receipts/{id}", Access.SEE_RECEIPTS, this::show);
        routes.get("/receipts/{id}/agreement", Access.SEE_RECEIPTS, this::agreement);
        routes.get("/invitations/{id}/receipts", Access.SEE_RECEIPTS, this::ofInvitation);
    }

    private void index(Request request) {
        Optional<UUID> before = request.queryId("before");
        List<ReceiptLine> found = receipts.before(request.visitor(), before, PAGE + 1);
        if (found.isEmpty() && before.isPresent()) {
            request.redirect("/receipts");
            return;
        }
        boolean more = found.size() > PAGE;
        List<ReceiptLine> lines = more ? found.subList(0, PAGE) : found;
        String older = more ? "/receipts?before=" + lines.get(PAGE - 1).id() : null;
        request.page(new ReceiptPages.Receipts(lines, before.isPresent() ? "/receipts" : null, older));
    }

    private Receipt receipt(Request request) {
        return receipts.find(request.visitor(), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private void show(Request request) {
        Receipt receipt = receipt(request);
        request.page(new ReceiptPages.OneReceipt(receipt, receipts.asked(receipt)));
    }

    private void agreement(Request request) {
        Receipt receipt = receipt(request);
        Agreement agreement = receipts.agreement(receipt).orElseThrow(Refusal::notFound);
        boolean unchanged = Arrays.equals(Vault.digest(agreement.body()), receipt.agreementDigest());
        request.page(new ReceiptPages.ReceiptAgreement(receipt, agreement, unchanged));
    }

    /** One receipt is shown at once; several of a standing link as a list. */
    private void ofInvitation(Request request) {
        List<ReceiptLine> lines = receipts.ofInvitation(request.visitor(), request.id("id"), MOST_OF_INVITATION);
        if (lines.isEmpty()) {
            throw Refusal.notFound();
        }
        if (lines.size() == 1) {
            request.redirect("/receipts/" + lines.get(0).id());
            return;
        }
        request.page(new ReceiptPages.Receipts(lines, null, null));
    }
}
