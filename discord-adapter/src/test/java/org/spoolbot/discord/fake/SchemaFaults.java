package org.spoolbot.discord.fake;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one readable line of each fault. Of a union only the branch is told that was probably meant: the one with the right "type". */
final class SchemaFaults {
    /** Where in the value, which keyword of the schema says so, and what it says. */
    private record Fault(NodePath where, String keyword, String text) {
        private static Fault of(Error error) {
            return new Fault(error.getInstanceLocation(), error.getKeyword(), error.getMessage());
        }

        private String line() {
            return (where.getNameCount() == 0 ? "it" : where.toString()) + " " + text;
        }
    }

    private static final Set<String> UNIONS = Set.of("oneOf", "anyOf");
    private static final int MOST = 5;

    private SchemaFaults() {}

    static List<String> readable(List<Error> errors) {
        return meant(errors).stream().map(Fault::line).distinct().limit(MOST).toList();
    }

    /** Errors outside of unions stay, and of each union only those of its best branch. */
    private static List<Fault> meant(List<Error> errors) {
        List<Error> unions = errors.stream().filter(error -> UNIONS.contains(error.getKeyword())).toList();
        List<Fault> faults = new ArrayList<>();
        for (Error error : errors) {
            if (unions.stream().anyMatch(union -> inside(union, error))) {
                continue;
            }
            List<Error> branches = unions.contains(error) ? errors.stream().filter(other -> inside(error, other)).toList() : List.of();
            faults.addAll(branches.isEmpty() ? List.of(Fault.of(error)) : bestBranch(error, branches));
        }
        return faults;
    }

    private static boolean inside(Error union, Error error) {
        return error.getEvaluationPath().getNameCount() > union.getEvaluationPath().getNameCount()
                && error.getEvaluationPath().startsWith(union.getEvaluationPath())
                && error.getInstanceLocation().startsWith(union.getInstanceLocation());
    }

    private static List<Fault> bestBranch(Error union, List<Error> errors) {
        int branch = union.getEvaluationPath().getNameCount();
        Map<String, List<Error>> branches = errors.stream()
                .collect(Collectors.groupingBy(error -> error.getEvaluationPath().getElement(branch).toString(), LinkedHashMap::new, Collectors.toList()));
        if (branches.values().stream().flatMap(List::stream).allMatch(error -> error.getKeyword().equals("const"))) {
            String values = errors.stream().map(error -> String.valueOf(error.getSchemaNode())).collect(Collectors.joining(", "));
            return List.of(new Fault(union.getInstanceLocation(), "const", "must be one of " + values));
        }
        Comparator<List<Fault>> wrongType = Comparator.comparing(faults -> faults.stream().anyMatch(fault -> isOfWrongType(fault, union.getInstanceLocation())));
        Comparator<List<Fault>> mustBeAbsent = Comparator.comparing(faults -> faults.stream().anyMatch(fault -> fault.text().endsWith("null expected")));
        return branches.values().stream().map(SchemaFaults::meant).min(wrongType.thenComparing(mustBeAbsent).thenComparing(List::size)).orElseThrow();
    }

    /** The value has another "type" member than the branch, or is not even an object. */
    private static boolean isOfWrongType(Fault fault, NodePath value) {
        return fault.where().equals(value.append("type")) || fault.keyword().equals("type") && fault.where().equals(value);
    }
}
