package stackelberg.scenario;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Table;

/** Random records made from their declarations alone: every value within its own range. */
final class AnyRecord {
    private AnyRecord() {}

    static Arbitrary<Scenario> scenario() {
        return of(Scenario.class).map(Scenario.class::cast).withoutEdgeCases();
    }

    static Arbitrary<Record> of(Class<? extends Record> type) {
        Declaration declaration = Declaration.of(type);
        List<Arbitrary<Object>> values = new ArrayList<>();
        declaration.parameters().forEach(parameter -> values.add(value(parameter)));
        return values.isEmpty()
                ? Arbitraries.just(declaration.defaults())
                : Combinators.combine(values).as(declaration::create);
    }

    private static Arbitrary<Object> value(Declared parameter) {
        Parameter about = parameter.about();
        return switch (parameter.kind()) {
            case WHOLE -> whole(parameter);
            case REAL -> real(about).asGeneric();
            case FLAG -> Arbitraries.of(true, false).asGeneric();
            case TEXT -> text(about).asGeneric();
            case CHOICE -> Arbitraries.of(parameter.type().getEnumConstants()).asGeneric();
            case TABLE -> table().asGeneric();
            case GROUP -> of(parameter.type().asSubclass(Record.class)).asGeneric();
            case MEMBER -> member(parameter).asGeneric();
            case MEMBERS ->
                    member(parameter)
                            .list()
                            .ofMinSize((int) about.min())
                            .ofMaxSize(Math.min(4, (int) about.max()))
                            .asGeneric();
            case LINES ->
                    Arbitraries.strings()
                            .ofMaxLength(20)
                            .list()
                            .ofMinSize((int) Math.max(0, about.min()))
                            .ofMaxSize(4)
                            .asGeneric();
            case WHOLES ->
                    Arbitraries.integers()
                            .list()
                            .ofMinSize((int) about.min())
                            .ofMaxSize(Math.min(4, (int) about.max()))
                            .asGeneric();
        };
    }

    private static Arbitrary<Object> whole(Declared parameter) {
        boolean small = parameter.type() == int.class;
        long least = (long) Math.max(parameter.about().min(), small ? Integer.MIN_VALUE : -1e18);
        long most = (long) Math.min(parameter.about().max(), small ? Integer.MAX_VALUE : 1e18);
        Arbitrary<Long> values = Arbitraries.longs().between(least, most);
        return small ? values.map(Long::intValue).asGeneric() : values.asGeneric();
    }

    private static Arbitrary<Double> real(Parameter about) {
        double least = Math.max(about.min(), -1e300);
        double most = Math.min(about.max(), 1e300);
        return Arbitraries.doubles()
                .between(0, 1)
                .ofScale(16)
                .map(at -> Math.min(most, least + at * (most - least)));
    }

    private static Arbitrary<String> text(Parameter about) {
        StringArbitrary strings =
                Arbitraries.strings()
                        .withCharRange('\0', '\ud7ff')
                        .withChars("\"\\/\n\t{}[],:éε→\u202e\ufeff")
                        .ofMinLength((int) Math.max(0, about.min()));
        return strings.ofMaxLength((int) Math.min(60, about.max()));
    }

    private static Arbitrary<Record> member(Declared parameter) {
        return Arbitraries.of(parameter.family().members())
                .flatMap(member -> of(member.getClass().asSubclass(Record.class)));
    }

    private static Arbitrary<Table> table() {
        Arbitrary<Double> entries =
                Arbitraries.longs()
                        .map(Double::longBitsToDouble)
                        .filter(Double::isFinite)
                        .injectDuplicates(0.1);
        Arbitrary<Double> plain = Arbitraries.integers().between(-30, 30).map(i -> i / 2.0);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3))
                .as(Tuple::of)
                .flatMap(
                        shape ->
                                Arbitraries.oneOf(entries, plain)
                                        .list()
                                        .ofSize(shape.get1() * shape.get2() * shape.get3())
                                        .map(
                                                values ->
                                                        table(
                                                                values,
                                                                shape.get1(),
                                                                shape.get2(),
                                                                shape.get3())));
    }

    private static Table table(List<Double> values, int rows, int columns, int width) {
        double[][][] cells = new double[rows][columns][width];
        for (int i = 0; i < values.size(); i++) {
            cells[i / (columns * width)][i / width % columns][i % width] = values.get(i);
        }
        return Table.of(cells);
    }
}
