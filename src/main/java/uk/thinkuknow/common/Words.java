package uk.thinkuknow.common;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that people read, in one language: a pattern of ICU's MessageFormat from {@code messages/WING/ROOM.properties},
 * for example {@code reached(children)={children, plural, one {# child} other {# children}} reached}.
 */
public final class Words {
    private static final boolean PSEUDO = Boolean.parseBoolean(System.getenv("THINKUKNOW_PSEUDO_LANGUAGE"));

    private static final Pattern MARKUP = Pattern.compile("<(?:a href=|(?:b|i|kbd|code|br)>|span class=)");

    private final String key;
    private final List<String> parameters;
    private final String pattern;
    private final ULocale locale;
    private final boolean markup;
    private @Nullable MessageFormat formatter; // not thread-safe

    Words(String key, List<String> parameters, String pattern, Locale locale) {
        this.key = key;
        this.parameters = parameters;
        this.pattern = pattern;
        this.locale = ULocale.forLocale(locale);
        this.markup = MARKUP.matcher(pattern).find();
    }

    /**
     * The English sentence of a key.
     *
     * @param key room and name, for example {@code register.alreadySigned}
     * @param arguments as many as the key has parameters; dates as text, numbers as numbers; null is an empty text
     * @throws IllegalArgumentException if there is no such sentence, or the number of arguments differs
     */
    public static String of(String key, @Nullable Object... arguments) {
        return in(Language.ENGLISH, key, arguments);
    }

    /** The sentence of a key in a language; in English where it has not been translated. */
    public static String in(Language language, String key, @Nullable Object... arguments) {
        int dot = key.indexOf('.');
        return MessageFiles.find(language, key.substring(0, Math.max(dot, 0)), key.substring(dot + 1))
                .format(arguments);
    }

    /** The English words for a constant, from the messages of its room: {@code TypeName.CONSTANT=words}. */
    public static String of(Enum<?> constant) {
        var type = constant.getDeclaringClass();
        var room = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return of(room + "." + type.getSimpleName() + "." + constant.name());
    }

    /** Whether the pattern has links or emphasis, so that arguments have to be escaped. */
    public boolean isMarkup() {
        return markup;
    }

    List<String> parameters() {
        return parameters;
    }

    String pattern() {
        return pattern;
    }

    /** The sentence with its arguments. */
    public String format(@Nullable Object... arguments) {
        if (arguments.length != parameters.size()) {
            throw new IllegalArgumentException(
                    "%s needs %s, not %d arguments".formatted(key, parameters, arguments.length));
        }
        var text = parameters.isEmpty() ? pattern : format(named(arguments));
        return PSEUDO ? "⟦" + text + "⟧" : text;
    }

    private synchronized String format(Map<String, Object> arguments) {
        if (formatter == null) {
            formatter = new MessageFormat(pattern, locale);
        }
        try {
            return formatter.format(arguments);
        } catch (IllegalArgumentException e) {
            // ICU's own message has the value, which may be the name of a person.
            throw new IllegalArgumentException(key + " needs a number where it has a plural");
        }
    }

    private Map<String, Object> named(@Nullable Object[] arguments) {
        var named = new HashMap<String, Object>();
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            named.put(parameters.get(i), argument instanceof Number ? argument : Objects.toString(argument, ""));
        }
        return named;
    }
}
