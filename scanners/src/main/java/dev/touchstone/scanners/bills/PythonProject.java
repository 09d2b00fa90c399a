package dev.touchstone.scanners.bills;

import static dev.touchstone.scanners.bills.LockTrees.members;
import static dev.touchstone.scanners.bills.LockTrees.names;
import static dev.touchstone.scanners.bills.LockTrees.text;
import static dev.touchstone.scanners.bills.LockTrees.texts;

import dev.touchstone.formats.BillContents.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a {@code pyproject.toml} asks for itself.
 *
 * @param direct by the usual form of the name
 * @param extras names of the groups that a user of the project may ask for
 */
record PythonProject(
        @Nullable String name,
        @Nullable String version,
        Map<String, Scope> direct,
        Set<String> extras) {

    static PythonProject of(JsonNode manifest) {
        Map<String, Scope> direct = new TreeMap<>();
        JsonNode project = manifest.path("project");
        asked(texts(project.path("dependencies")), Scope.REQUIRED, direct);
        members(
                project.path("optional-dependencies"),
                (_, list) -> asked(texts(list), Scope.OPTIONAL, direct));
        members(
                manifest.path("dependency-groups"),
                (_, list) -> asked(texts(list), Scope.EXCLUDED, direct));
        JsonNode pdm = manifest.path("tool").path("pdm");
        members(
                pdm.path("dev-dependencies"),
                (_, list) -> asked(texts(list), Scope.EXCLUDED, direct));
        JsonNode poetry = manifest.path("tool").path("poetry");
        members(
                poetry.path("dependencies"),
                (name, how) ->
                        asked(
                                List.of(name),
                                LockTrees.isTrue(how, "optional") ? Scope.OPTIONAL : Scope.REQUIRED,
                                direct));
        asked(names(poetry.path("dev-dependencies")), Scope.EXCLUDED, direct);
        members(
                poetry.path("group"),
                (name, group) ->
                        asked(
                                names(group.path("dependencies")),
                                name.equals("main") ? Scope.REQUIRED : Scope.EXCLUDED,
                                direct));
        String name = text(project, "name");
        String version = text(project, "version");
        return new PythonProject(
                name != null ? name : text(poetry, "name"),
                version != null ? version : text(poetry, "version"),
                direct,
                Set.copyOf(names(project.path("optional-dependencies"))));
    }

    private static void asked(List<String> requirements, Scope scope, Map<String, Scope> direct) {
        for (String each : requirements) {
            String name = PythonNames.ofRequirement(each);
            if (name != null) direct.merge(name, scope, Scope::and);
        }
    }
}
