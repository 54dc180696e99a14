package portal.information;

import java.util.List;
import portal.information.InformationPages.Block;
import portal.platform.Config;
import portal.platform.access.Access;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The pages linked at the foot of every page. */
public final class InformationRoutes {
    private final Config.Operator operator;

    /** Pages of a portal run by the operator. */
    public InformationRoutes(Config.Operator operator) {
        this.operator = operator;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/privacy", Access.ANYONE, this::privacy);
        routes.get("/accessibility", Access.ANYONE, this::accessibility);
    }

    private void privacy(Request request) {
        request.page(new InformationPages.Privacy(blocks(request, "pages.privacy.body")));
    }

    private void accessibility(Request request) {
        request.page(new InformationPages.Accessibility(blocks(request, "pages.accessibility.body")));
    }

    private List<Block> blocks(Request request, String key) {
        String text = request.texts().template(key);
        return Block.read(text.replace("{operator}", operator.name()).replace("{contact}", operator.contact()));
    }
}
