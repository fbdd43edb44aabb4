package org.spoolbot.discord.fake;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes one readable line of each fault. Of a union only the branch is told that was probably meant: the one with the right "type". */
final class SchemaFaults {
    private static final Set<String> UNIONS = Set.of("oneOf", "anyOf");
    private static final int MOST = 5;

    private SchemaFaults() {}

    static List<String> readable(List<Error> errors) {
        return meant(errors, 0).stream().map(SchemaFaults::line).distinct().limit(MOST).toList();
    }

    private static String line(Error error) {
        String where = error.getInstanceLocation().toString();
        return (where.isEmpty() ? "it" : where) + " " + error.getMessage();
    }

    /** From that depth of the evaluation path on, errors outside of unions stay and each union is reduced to its best branch. */
    private static List<Error> meant(List<Error> errors, int depth) {
        List<Error> kept = new ArrayList<>();
        Map<String, List<Error>> unions = new LinkedHashMap<>();
        Map<String, Integer> depths = new LinkedHashMap<>();
        for (Error error : errors) {
            int union = unionAt(error.getEvaluationPath(), depth);
            if (union < 0) {
                kept.add(error);
                continue;
            }
            String key = prefix(error.getEvaluationPath(), union) + " @" + union;
            unions.computeIfAbsent(key, ignored -> new ArrayList<>()).add(error);
            depths.put(key, union);
        }
        unions.forEach((key, inUnion) -> kept.addAll(bestBranch(inUnion, depths.get(key))));
        return kept;
    }

    private static int unionAt(NodePath path, int from) {
        for (int index = from; index < path.getNameCount() - 1; index++) {
            if (UNIONS.contains(path.getName(index))) {
                return index;
            }
        }
        return -1;
    }

    private static List<Error> bestBranch(List<Error> inUnion, int union) {
        Map<String, List<Error>> branches = new LinkedHashMap<>();
        inUnion.forEach(error -> branches.computeIfAbsent(error.getEvaluationPath().getName(union + 1), ignored -> new ArrayList<>()).add(error));
        List<List<Error>> reduced = branches.values().stream().map(branch -> meant(branch, union + 2)).toList();
        return best(reduced);
    }

    private static List<Error> best(Collection<List<Error>> branches) {
        Comparator<List<Error>> wrongType = Comparator.comparing(branch -> branch.stream().anyMatch(error -> aboutType(error, branch)));
        return branches.stream().min(wrongType.thenComparing(List::size)).orElseThrow();
    }

    /** A wrong "type" member, or a value that is no object where the branch wants one. */
    private static boolean aboutType(Error error, List<Error> branch) {
        NodePath where = error.getInstanceLocation();
        int shallowest = branch.stream().mapToInt(other -> other.getInstanceLocation().getNameCount()).min().orElse(0);
        boolean member = where.getNameCount() > 0 && "type".equals(where.getName(where.getNameCount() - 1)) && where.getNameCount() <= shallowest + 1;
        return member || "type".equals(error.getKeyword()) && where.getNameCount() == shallowest;
    }

    private static String prefix(NodePath path, int length) {
        StringBuilder prefix = new StringBuilder();
        for (int index = 0; index < length; index++) {
            prefix.append('/').append(path.getName(index));
        }
        return prefix.toString();
    }
}
