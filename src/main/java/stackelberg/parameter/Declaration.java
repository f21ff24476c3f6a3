package stackelberg.parameter;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A record class read as a declaration: its parameters in order, its defaults and its ranges. */
public final class Declaration {
    /** Reading a class again and again would take most of the time of reading a file. */
    private static final ClassValue<Declaration> KNOWN =
            new ClassValue<>() {
                @Override
                protected Declaration computeValue(Class<?> type) {
                    return new Declaration(type.asSubclass(Record.class));
                }
            };

    private final Class<? extends Record> type;
    private final List<Declared> parameters;

    private Declaration(Class<? extends Record> type) {
        this.type = type;
        this.parameters = Arrays.stream(type.getRecordComponents()).map(Declared::of).toList();
    }

    /** The declaration that {@code type} makes; every component must bear {@link Parameter}. */
    public static Declaration of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }

    /** The declaration that the class of {@code holder} makes. */
    public static Declaration of(Record holder) {
        return KNOWN.get(holder.getClass());
    }

    public Class<? extends Record> type() {
        return type;
    }

    /** The parameters in the order in which they are declared. */
    public List<Declared> parameters() {
        return parameters;
    }

    /** The annotation of a member of a {@link Family}; null for a mere group. */
    public @Nullable Registered registered() {
        return type.getAnnotation(Registered.class);
    }

    /** A record with the values that the constructor without arguments gives. */
    public Record defaults() {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a public constructor of defaults", e);
        }
    }

    /** A record with these values, in the order of {@link #parameters}. */
    public Record create(List<Object> values) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> canonical = type.getConstructor(types);
            return canonical.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(String.valueOf(e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + type, e);
        }
    }

    /** {@code holder} with the parameter {@code name} set to {@code value}. */
    public Record with(Record holder, String name, Object value) {
        return create(
                parameters.stream()
                        .map(p -> p.name().equals(name) ? value : p.value(holder))
                        .toList());
    }

    /** {@code holder} with everything automatic, deeply, that can be. */
    public static Record automatic(Record holder) {
        Declaration declaration = of(holder);
        return declaration.create(
                declaration.parameters.stream().map(p -> automatic(p, p.value(holder))).toList());
    }

    private static Object automatic(Declared parameter, Object value) {
        return switch (parameter.kind()) {
            case WHOLE, REAL, CHOICE -> parameter.canBeAutomatic() ? parameter.automatic() : value;
            case GROUP, MEMBER -> automatic((Record) value);
            case MEMBERS -> ((List<?>) value).stream().map(m -> automatic((Record) m)).toList();
            case FLAG, TEXT, TABLE, WHOLES, LINES -> value;
        };
    }

    /** How many parameters of {@code holder}, deeply, could be automatic and are not. */
    public static int setByHand(Record holder) {
        int count = 0;
        for (Declared parameter : of(holder).parameters) {
            Object value = parameter.value(holder);
            count +=
                    switch (parameter.kind()) {
                        case WHOLE, REAL, CHOICE ->
                                parameter.canBeAutomatic() && !parameter.isAutomatic(value) ? 1 : 0;
                        case GROUP, MEMBER -> setByHand((Record) value);
                        case MEMBERS ->
                                ((List<?>) value)
                                        .stream().mapToInt(m -> setByHand((Record) m)).sum();
                        case FLAG, TEXT, TABLE, WHOLES, LINES -> 0;
                    };
        }
        return count;
    }

    /** {@code stated} with the defaults of its class where automatic. */
    @SuppressWarnings("unchecked") // The defaults are of the class of what was stated.
    public static <R> R settled(R stated) {
        return settled(stated, (R) of((Record) stated).defaults());
    }

    /** {@code stated} with the values of {@code proposal}, of the same class, where automatic. */
    public static <R> R settled(R stated, R proposal) {
        Declaration declaration = of((Record) stated);
        @SuppressWarnings("unchecked") // It is created from the class of what was stated.
        R settled =
                (R)
                        declaration.create(
                                declaration.parameters.stream()
                                        .map(
                                                p -> {
                                                    Object value = p.value((Record) stated);
                                                    return p.isAutomatic(value)
                                                            ? p.value((Record) proposal)
                                                            : value;
                                                })
                                        .toList());
        return settled;
    }

    /**
     * Reports every component of {@code holder} out of its range, deeply, and the broken rules of
     * those records within which {@code faults} knows nothing wrong yet.
     */
    public static void check(Record holder, Faults faults) {
        for (Declared parameter : of(holder).parameters) {
            checkValue(parameter, parameter.value(holder), faults.at(parameter.name()));
        }
        if (holder instanceof Checked checked && faults.noneWithin()) {
            checked.check(faults);
        }
    }

    private static void checkValue(Declared parameter, Object value, Faults faults) {
        if (parameter.isAutomatic(value)) {
            return;
        }
        switch (parameter.kind()) {
            case WHOLE, REAL -> checkRange(parameter, ((Number) value).doubleValue(), "", faults);
            case TEXT -> {
                String text = (String) value;
                int characters = text.codePointCount(0, text.length());
                checkRange(parameter, characters, " characters", faults);
            }
            case GROUP, MEMBER -> check((Record) value, faults);
            case WHOLES -> checkRange(parameter, ((List<?>) value).size(), " entries", faults);
            case LINES -> checkRange(parameter, ((List<?>) value).size(), " lines", faults);
            case MEMBERS -> {
                List<?> members = (List<?>) value;
                checkRange(parameter, members.size(), " entries", faults);
                for (int i = 0; i < members.size(); i++) {
                    check((Record) members.get(i), faults.at(i));
                }
            }
            case TABLE -> checkFinite((Table) value, faults);
            case FLAG, CHOICE -> {}
        }
    }

    private static void checkFinite(Table table, Faults faults) {
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                for (int entry = 0; entry < table.width(); entry++) {
                    if (!Double.isFinite(table.at(row, column, entry))) {
                        faults.at(row)
                                .at(column)
                                .at(entry)
                                .add("it is not a finite number", "Enter an ordinary number");
                    }
                }
            }
        }
    }

    private static void checkRange(Declared parameter, double value, String of, Faults faults) {
        Parameter about = parameter.about();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            faults.add("it is not a finite number", "Enter a number " + range(about) + of);
        } else if (value < about.min() || value > about.max()) {
            String has = of.isEmpty() ? "it is " + number(value) : "it has " + number(value) + of;
            faults.add(has, "Choose a value " + range(about) + of);
        }
    }

    /** The range of a parameter in words, for instance "from 0 to 1"; empty if unbounded. */
    public static String range(Parameter about) {
        boolean low = about.min() != Double.NEGATIVE_INFINITY;
        boolean high = about.max() != Double.POSITIVE_INFINITY;
        if (low && high) {
            return "from " + number(about.min()) + " to " + number(about.max());
        } else if (low) {
            return "of at least " + number(about.min());
        } else if (high) {
            return "of at most " + number(about.max());
        }
        return "";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) value).replace(',', '\u202f')
                : BigDecimal.valueOf(value).stripTrailingZeros().toString();
    }
}
