package portal.platform.web;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Draws pages with the templates compiled into the portal, or, while developing, with those in a folder. */
public final class Renderer {
    private final TemplateEngine engine;
    private final Map<Class<?>, String> templates = new ConcurrentHashMap<>();

    /**
     * A renderer.
     *
     * @param templates folder with templates to compile when they change; null for those compiled at build
     */
    public Renderer(Path templates) {
        engine = templates == null ? TemplateEngine.createPrecompiled(ContentType.Html) : reloading(templates);
        engine.setTrimControlStructures(true);
    }

    private static TemplateEngine reloading(Path templates) {
        CodeResolver resolver = new DirectoryCodeResolver(templates);
        TemplateEngine engine = TemplateEngine.create(
                resolver, Path.of("target", "templates"), ContentType.Html, Renderer.class.getClassLoader());
        engine.setClassPath(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        return engine;
    }

    /** The page as UTF-8. */
    public byte[] render(View view, Page page) {
        PageOutput output = new PageOutput();
        String template = templates.computeIfAbsent(page.getClass(), unknown -> page.template());
        engine.render(template, Map.of("view", view, "page", page), output);
        return output.toByteArray();
    }

    /** A template of an e-mail, whose only parameter is the model. */
    public String render(String template, Object model) {
        StringOutput output = new StringOutput();
        engine.render(template, Map.of("model", model), output);
        return output.toString();
    }
}
