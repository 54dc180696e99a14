package portal.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import portal.platform.Vault;

/** The static files: read and compressed once at start; their address holds their digest and never changes meaning. */
final class Assets {
    /** One file, as it is and compressed. */
    record Asset(String name, String contentType, String version, byte[] plain, byte[] compressed) {}

    private final Map<String, Asset> assets = new HashMap<>();

    Assets() {
        add("portal.css", "text/css; charset=utf-8", resource("static/css/portal.css"));
        add("portal.js", "text/javascript; charset=utf-8", resource("static/js/portal.js"));
        add("favicon.svg", "image/svg+xml", resource("static/images/favicon.svg"));
        add("icons.svg", "image/svg+xml", Icons.sprite().getBytes(StandardCharsets.UTF_8));
    }

    String url(String name) {
        Asset asset = assets.get(name);
        return "/static/" + asset.version() + "/" + asset.name();
    }

    Optional<Asset> find(String version, String name) {
        return Optional.ofNullable(assets.get(name))
                .filter(asset -> asset.version().equals(version));
    }

    private void add(String name, String contentType, byte[] content) {
        String version = HexFormat.of().formatHex(Vault.digest(content), 0, 6);
        assets.put(name, new Asset(name, contentType, version, content, compress(content)));
    }

    private static byte[] compress(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] resource(String path) {
        try (InputStream stream = Assets.class.getClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is missing");
            }
            return stream.readAllBytes();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
