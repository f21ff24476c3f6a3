package stackelberg.parameter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
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
        WHOLES
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
            Kind kind = entryClass == Integer.class ? Kind.WHOLES : Kind.MEMBERS;
            return new Declared(component.getName(), kind, entryClass, about, component);
        }
        return new Declared(component.getName(), kindOf(type), type, about, component);
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

    /** This parameter's value in {@code holder}. */
    public Object value(Record holder) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
