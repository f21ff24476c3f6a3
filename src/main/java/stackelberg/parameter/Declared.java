package stackelberg.parameter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/**
 * One declared parameter: a record component and its {@link Parameter} annotation.
 *
 * @param name the component's name and JSON field
 * @param kind what sort of value it holds
 * @param type its Java class; of a list, the class of its entries
 * @param about the annotation
 * @param component the record component itself
 */
public record Declared(
        String name, Kind kind, Class<?> type, Parameter about, RecordComponent component) {

    /** The JSON text that leaves a parameter to the program. */
    public static final String AUTOMATIC = "auto";

    /** The sorts of value that a parameter can hold. */
    public enum Kind {
        /** {@code int} or {@code long}. */
        WHOLE,
        /** {@code double}. */
        REAL,
        /** {@code boolean}. */
        FLAG,
        /** {@code String}. */
        TEXT,
        /** An enum that implements {@link Choice}. */
        CHOICE,
        /** A {@link Table}. */
        TABLE,
        /** A record of further parameters. */
        GROUP,
        /** A member of a {@link Family}, chosen by {@code "type"}. */
        MEMBER,
        /** A list of members of a {@link Family}. */
        MEMBERS,
        /** A list of whole numbers. */
        WHOLES,
        /** A text line by line, such as a table that a person brings along. */
        LINES
    }

    static Declared of(RecordComponent component) {
        Parameter about = component.getAnnotation(Parameter.class);
        if (about == null) {
            throw new IllegalStateException(component + " lacks @Parameter");
        }
        Class<?> type = component.getType();
        if (type == List.class) {
            Type entry =
                    ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            Class<?> entryClass = (Class<?>) entry;
            return new Declared(
                    component.getName(), listOf(entryClass), entryClass, about, component);
        }
        return new Declared(component.getName(), kindOf(type), type, about, component);
    }

    private static Kind listOf(Class<?> entry) {
        if (entry == Integer.class) {
            return Kind.WHOLES;
        }
        return entry == String.class ? Kind.LINES : Kind.MEMBERS;
    }

    private static Kind kindOf(Class<?> type) {
        if (type == int.class || type == long.class) {
            return Kind.WHOLE;
        } else if (type == double.class) {
            return Kind.REAL;
        } else if (type == boolean.class) {
            return Kind.FLAG;
        } else if (type == String.class) {
            return Kind.TEXT;
        } else if (type.isEnum()) {
            return Kind.CHOICE;
        } else if (type == Table.class) {
            return Kind.TABLE;
        } else if (type.isRecord()) {
            return Kind.GROUP;
        } else if (type.isInterface()) {
            return Kind.MEMBER;
        }
        throw new IllegalStateException("no kind of parameter for " + type);
    }

    /** The family that a {@link Kind#MEMBER} or {@link Kind#MEMBERS} is chosen from. */
    public Family<?> family() {
        return Family.of(type);
    }

    /** Whether single values of it can be automatic: it is declared so and a number or a choice. */
    public boolean canBeAutomatic() {
        return about.automatic()
                && (kind == Kind.WHOLE || kind == Kind.REAL || kind == Kind.CHOICE);
    }

    /**
     * What stands for "settled from the game": NaN, the least whole number of the type, or the
     * constant {@code AUTO}. Arithmetic with it goes wrong loudly, should it ever be forgotten.
     *
     * @throws IllegalStateException if this parameter {@linkplain #canBeAutomatic cannot be} so
     */
    public Object automatic() {
        if (!canBeAutomatic()) {
            throw new IllegalStateException(component + " cannot be automatic");
        }
        return switch (kind) {
            case WHOLE -> type == int.class ? (Object) Integer.MIN_VALUE : (Object) Long.MIN_VALUE;
            case REAL -> Double.NaN;
            default ->
                    Arrays.stream(type.getEnumConstants())
                            .filter(constant -> ((Choice) constant).automatic())
                            .findFirst()
                            .orElseThrow();
        };
    }

    /** Whether {@code value} is this parameter's {@link #automatic}. */
    public boolean isAutomatic(Object value) {
        return canBeAutomatic() && value.equals(automatic());
    }

    /** This parameter's value in {@code holder}. */
    public Object value(Record holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
