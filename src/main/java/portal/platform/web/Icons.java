package portal.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The icons in use, assembled from the bootstrap-icons WebJar into one sprite. */
public final class Icons {
    /** Names after Bootstrap Icons; a template may use no other. */
    public static final List<String> NAMES = List.of(
            "arrow-left-right",
            "arrow-repeat",
            "bookmark",
            "box-arrow-in-down",
            "box-arrow-in-right",
            "box-arrow-right",
            "box-arrow-up-right",
            "box-seam",
            "building",
            "calendar-x",
            "cart-plus",
            "chat-left-text",
            "check-circle-fill",
            "clipboard",
            "clock-history",
            "diagram-3",
            "download",
            "envelope",
            "envelope-open",
            "exclamation-octagon-fill",
            "exclamation-triangle-fill",
            "file-earmark-arrow-down",
            "file-earmark-text",
            "gear",
            "headset",
            "hexagon-half",
            "house",
            "info-circle",
            "key",
            "list",
            "lock",
            "pause-circle",
            "pencil",
            "people",
            "person-badge",
            "person-check",
            "person-circle",
            "person-plus",
            "person-x",
            "play-circle",
            "plus-slash-minus",
            "printer",
            "search",
            "send",
            "slash-circle",
            "telephone",
            "translate",
            "upload",
            "x-circle",
            "x-circle-fill",
            "x-lg");

    private static final String FOLDER = "META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/";

    private Icons() {}

    static String sprite() {
        StringBuilder sprite = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">");
        for (String name : NAMES) {
            String icon = new String(Assets.resource(FOLDER + name + ".svg"), StandardCharsets.UTF_8);
            String drawing = icon.substring(icon.indexOf('>') + 1, icon.lastIndexOf("</svg>"));
            sprite.append("<symbol id=\"").append(name).append("\" viewBox=\"0 0 16 16\">");
            sprite.append(drawing.strip()).append("</symbol>");
        }
        return sprite.append("</svg>").toString();
    }
}
