package portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A template taken apart: the markup that is written as it stands, with {@link #VALUE} where an expression is, and the
 * Java in it. Content blocks of calls stand where the call does.
 */
final class Markup {
    /** Stands for an expression's value. */
    static final char VALUE = '\uE000';

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder code = new StringBuilder();
    private final List<String> values = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private int at;

    /** A template drawn by another, with its arguments by name. */
    record Call(String template, Map<String, String> arguments) {}

    private Markup(String source) {
        this.source = source;
    }

    static Markup of(String source) {
        Markup markup = new Markup(source);
        markup.markup(false);
        return markup;
    }

    /** What is written as it stands. */
    String text() {
        return text.toString();
    }

    /** The Java expressions whose values are written. */
    List<String> values() {
        return values;
    }

    /** The templates it draws. */
    List<Call> calls() {
        return calls;
    }

    /** All Java in it. */
    String code() {
        return code.toString();
    }

    private void markup(boolean block) {
        while (at < source.length()) {
            if (block && source.charAt(at) == '`') {
                return;
            }
            if (source.startsWith("<%--", at)) {
                at = source.indexOf("--%>", at) + 4;
            } else if (source.startsWith("@import", at) || source.startsWith("@param", at)) {
                int end = source.indexOf('\n', at);
                code.append(source, at, end).append('\n');
                at = end;
            } else if (source.startsWith("!{", at)) {
                at += 1;
                java('{', '}');
            } else if (source.startsWith("${", at)) {
                at += 1;
                values.add(java('{', '}'));
                text.append(VALUE);
            } else if (source.startsWith("@template.", at)) {
                int name = at + "@template.".length();
                at = source.indexOf('(', at);
                String template = source.substring(name, at);
                calls.add(new Call(template, arguments(java('(', ')'))));
            } else if (source.startsWith("@if(", at)
                    || source.startsWith("@elseif(", at)
                    || source.startsWith("@for(", at)) {
                at = source.indexOf('(', at);
                java('(', ')');
            } else if (source.startsWith("@else", at)
                    || source.startsWith("@endif", at)
                    || source.startsWith("@endfor", at)) {
                at += source.startsWith("@else", at) ? 5 : source.startsWith("@endif", at) ? 6 : 7;
            } else {
                text.append(source.charAt(at++));
            }
        }
    }

    /** Java between brackets; content blocks inside it are markup again. */
    private String java(char open, char close) {
        StringBuilder found = new StringBuilder();
        int depth = 0;
        do {
            char next = source.charAt(at);
            if (next == '"' || next == '\'') {
                int end = literalEnd(next);
                found.append(source, at, end);
                at = end;
            } else if (source.startsWith("@`", at)) {
                at += 2;
                text.append('\n');
                markup(true);
                at += 1;
                text.append('\n');
            } else {
                depth += next == open ? 1 : next == close ? -1 : 0;
                found.append(next);
                at += 1;
            }
        } while (depth > 0);
        code.append(found).append('\n');
        return found.toString();
    }

    private static Map<String, String> arguments(String brackets) {
        Map<String, String> arguments = new HashMap<>();
        int depth = 0;
        int start = 1;
        for (int i = 1; i < brackets.length(); i++) {
            char next = brackets.charAt(i);
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && next == ',')) {
                String[] argument = brackets.substring(start, i).split("=", 2);
                if (argument.length == 2) {
                    arguments.put(argument[0].strip(), argument[1].strip());
                }
                start = i + 1;
            }
        }
        return arguments;
    }

    private int literalEnd(char quote) {
        int end = at + 1;
        while (source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }
}
