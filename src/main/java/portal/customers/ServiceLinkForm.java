package portal.customers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import portal.platform.access.Cloud;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * An admin portal as the operator typed it.
 *
 * @param product sku; empty for all customers
 * @param cloud code; empty for every cloud
 * @param version of the link it was drawn from
 */
public record ServiceLinkForm(
        UUID id, String name, String url, String product, String cloud, String position, String version) {
    /** Longest name. */
    public static final int LONGEST_NAME = 100;

    /** Longest address. */
    public static final int LONGEST_URL = 500;

    private static final int HIGHEST_POSITION = 999;

    /** An empty form for a place behind the others. */
    static ServiceLinkForm empty(UUID id, int position) {
        return new ServiceLinkForm(id, "", "", "", "", String.valueOf(position), "0");
    }

    static ServiceLinkForm of(ServiceLink link) {
        return new ServiceLinkForm(
                link.id(),
                link.name(),
                link.url(),
                link.productSku() == null ? "" : link.productSku(),
                link.cloud() == null ? "" : link.cloud().code(),
                String.valueOf(link.position()),
                String.valueOf(link.version()));
    }

    /** What was sent about a link. */
    static ServiceLinkForm from(UUID id, Form form) {
        return new ServiceLinkForm(
                id,
                form.line("service-name"),
                form.line("service-url"),
                form.line("product"),
                form.line("cloud"),
                form.line("position"),
                form.line("version"));
    }

    /** The same, edited knowing another version. */
    ServiceLinkForm knowing(int other) {
        return new ServiceLinkForm(id, name, url, product, cloud, position, String.valueOf(other));
    }

    FormErrors errors(Collection<String> products) {
        FormErrors errors = new FormErrors();
        errors.required("service-name", name, LONGEST_NAME);
        if (errors.required("service-url", url, LONGEST_URL)) {
            checkUrl(errors);
        }
        if (!product.isEmpty() && !products.contains(product)) {
            errors.add("product", "error.choice");
        }
        if (!cloud.isEmpty() && cloudNamed().isEmpty()) {
            errors.add("cloud", "error.choice");
        }
        if (!position.matches("[1-9][0-9]{0,2}")) {
            errors.add("position", "error.position", HIGHEST_POSITION, position);
        }
        return errors;
    }

    /** HTTPS, a host that is the same for every customer, and no placeholders but ours, behind the host. */
    private void checkUrl(FormErrors errors) {
        String filled = url.replace(ServiceLink.TENANT, "t").replace(ServiceLink.DOMAIN, "d");
        if (filled.matches(".*[{}].*")) {
            errors.add("service-url", "error.service-url.placeholder", ServiceLink.TENANT, ServiceLink.DOMAIN);
            return;
        }
        try {
            URI address = new URI(filled);
            String host = address.getHost();
            if (!"https".equals(address.getScheme())
                    || host == null
                    || !host.equals(address.getRawAuthority())
                    || !url.toLowerCase(Locale.ROOT).startsWith("https://" + FormErrors.asciiHost(host))) {
                errors.add("service-url", "error.service-url");
            } else if (url.substring(0, ("https://" + host).length()).indexOf('{') >= 0) {
                errors.add("service-url", "error.service-url");
            }
        } catch (URISyntaxException notAnAddress) {
            errors.add("service-url", "error.service-url");
        }
    }

    private Optional<Cloud> cloudNamed() {
        return Arrays.stream(Cloud.values())
                .filter(known -> known.code().equals(cloud))
                .findFirst();
    }

    /** What it says, without errors. */
    ServiceLink link() {
        return new ServiceLink(
                id,
                name,
                url,
                product.isEmpty() ? null : product,
                null,
                cloudNamed().orElse(null),
                Integer.parseInt(position),
                Version.of(version));
    }
}
