package dev.touchstone.scanners.bills;

import dev.touchstone.formats.BillContents.Scope;
import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.ScannedFile;
import dev.touchstone.scanners.tree.ScannedTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.jspecify.annotations.Nullable;

/** Reads all Maven projects of a tree; nothing of them is run, and nothing is fetched. */
final class MavenProjects {
    private static final int MOST = 2_000;

    private final List<Locked> sources = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final PomTree poms;
    private final PomModels models;
    private final boolean whole;
    private final @Nullable Path repository;

    MavenProjects(@Nullable Path repository) {
        poms = new PomTree(repository);
        models = new PomModels(poms);
        whole = repository != null;
        this.repository = repository;
    }

    SourceAnswer read(ScannedTree tree, @Nullable BuildMaven build) {
        for (ScannedFile file : tree.files()) {
            if (isProject(file.path())) add(tree, file);
        }
        if (build != null) {
            leftOut.addAll(build.run(tree.root(), poms.paths().navigableKeySet(), repository));
        }
        for (String path : poms.paths().navigableKeySet()) {
            try {
                sources.add(project(path));
            } catch (MalformedLock malformed) {
                leftOut(path, LeftOut.Reason.MALFORMED, malformed.getMessage());
            } catch (RuntimeException | StackOverflowError failed) {
                leftOut(path, LeftOut.Reason.FAILED, failed.getClass().getSimpleName());
            }
        }
        return new SourceAnswer(sources, leftOut);
    }

    private static boolean isProject(String path) {
        return LockFile.nameOf(path).equals("pom.xml")
                && !path.contains("META-INF/maven/")
                && !path.contains("archetype-resources/")
                && !MakeBill.isCopy(path);
    }

    private void add(ScannedTree tree, ScannedFile file) {
        if (poms.paths().size() >= MOST) {
            leftOut(file.path(), LeftOut.Reason.TOO_MANY, "more than " + MOST + " projects");
            return;
        }
        try {
            poms.add(file.path(), tree.read(file));
        } catch (IOException unreadable) {
            leftOut(file.path(), LeftOut.Reason.UNREADABLE, unreadable.getMessage());
        } catch (MalformedLock malformed) {
            leftOut(file.path(), LeftOut.Reason.MALFORMED, malformed.getMessage());
        }
    }

    private void leftOut(String path, LeftOut.Reason reason, @Nullable String detail) {
        leftOut.add(new LeftOut(path, reason, detail == null ? "" : detail));
    }

    private Locked project(String path) throws MalformedLock {
        PomModels.Built built = models.ofTree(path);
        Model model = built.model();
        LockDraft draft = new LockDraft("maven");
        draft.project(model.getGroupId(), model.getArtifactId(), known(model.getVersion()));
        for (String each : built.missing()) {
            draft.note("not found, so what it manages is unknown: " + each);
        }
        for (Dependency each : model.getDependencies()) direct(each, draft);
        boolean complete = built.missing().isEmpty();
        if (whole) complete &= transitive(model, draft);
        String method =
                !whole
                        ? "from pom files alone"
                        : complete
                                ? "pom files and local repository"
                                : "from pom files alone, in part: see the notes";
        LockFile file = new LockFile(path, new byte[0]);
        return whole && complete
                ? draft.locked(file, "project of Maven", method)
                : draft.partial(file, "project of Maven", method);
    }

    private static @Nullable String known(@Nullable String version) {
        return version == null || version.isBlank() || version.contains("${") ? null : version;
    }

    /** What the project itself asks for. */
    private void direct(Dependency dependency, LockDraft draft) {
        String version = known(dependency.getVersion());
        String type = dependency.getType() == null ? "jar" : dependency.getType();
        Map<String, String> qualifiers = new HashMap<>();
        if (dependency.getClassifier() != null) {
            qualifiers.put("classifier", dependency.getClassifier());
        }
        if (type.equals("test-jar")) qualifiers.put("classifier", "tests");
        else if (!type.equals("jar")) qualifiers.put("type", type);
        if (version != null && whole) return;
        if (version != null && version.matches("[\\[(].*")) version = null;
        if (version == null) {
            draft.note(
                    "version unknown: "
                            + dependency.getGroupId()
                            + ":"
                            + dependency.getArtifactId()
                            + (dependency.getVersion() == null
                                    ? ""
                                    : " (" + dependency.getVersion() + ")"));
        }
        LockDraft.Draft each =
                draft.add(dependency.getGroupId(), dependency.getArtifactId(), version, qualifiers);
        Scope scope = scope(dependency.getScope(), dependency.isOptional());
        each.scope(scope).property("mavenScope", mavenScope(dependency.getScope()));
        if (isOwn(dependency.getGroupId(), dependency.getArtifactId(), version)) each.own();
        draft.direct(each.purl, scope);
    }

    private boolean isOwn(String group, String artifact, @Nullable String version) {
        return poms.inTree(group, artifact, version == null ? "" : version) != null;
    }

    private static String mavenScope(@Nullable String scope) {
        return scope == null || scope.isEmpty() ? "compile" : scope;
    }

    private static Scope scope(@Nullable String scope, boolean optional) {
        return switch (mavenScope(scope)) {
            case "test" -> Scope.EXCLUDED;
            case "provided", "system" -> Scope.OPTIONAL;
            default -> optional ? Scope.OPTIONAL : Scope.REQUIRED;
        };
    }

    /** Adds what is needed by others; tells whether every project file was at hand. */
    private boolean transitive(Model model, LockDraft draft) throws MalformedLock {
        PomGraph.Resolved resolved = new PomGraph(poms, models).resolve(model);
        Map<String, LockDraft.Draft> byId = new TreeMap<>();
        for (DependencyNode each : resolved.root().getChildren()) winners(each, draft, byId);
        for (DependencyNode each : resolved.root().getChildren()) {
            LockDraft.Draft to = find(each, byId);
            if (to != null) {
                org.eclipse.aether.graph.Dependency how = each.getDependency();
                draft.direct(to.purl, scope(how.getScope(), how.isOptional()));
            }
            edges(each, byId);
        }
        for (String each : resolved.missing()) draft.note("project file not found: " + each);
        return resolved.missing().isEmpty();
    }

    private void winners(DependencyNode node, LockDraft draft, Map<String, LockDraft.Draft> byId) {
        if (node.getData().get(ConflictResolver.NODE_DATA_WINNER) != null) return;
        Artifact artifact = node.getArtifact();
        Map<String, String> qualifiers = new HashMap<>();
        qualifiers.put("classifier", artifact.getClassifier());
        if (!artifact.getExtension().equals("jar")) {
            qualifiers.put("type", artifact.getExtension());
        }
        LockDraft.Draft each =
                draft.add(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        artifact.getBaseVersion(),
                        qualifiers);
        boolean optional = node.getDependency().isOptional();
        each.scope(scope(node.getDependency().getScope(), optional))
                .property("mavenScope", mavenScope(node.getDependency().getScope()));
        if (isOwn(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion())) {
            each.own();
        }
        byId.put(id(artifact), each);
        for (DependencyNode child : node.getChildren()) winners(child, draft, byId);
    }

    private static String id(Artifact artifact) {
        return String.join(
                ":",
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getClassifier(),
                artifact.getExtension());
    }

    private static LockDraft.@Nullable Draft find(
            DependencyNode node, Map<String, LockDraft.Draft> byId) {
        return byId.get(id(node.getArtifact()));
    }

    /** Nodes that lost a conflict still tell who needs the winner. */
    private static void edges(DependencyNode node, Map<String, LockDraft.Draft> byId) {
        LockDraft.Draft from = find(node, byId);
        if (from == null || node.getData().get(ConflictResolver.NODE_DATA_WINNER) != null) return;
        for (DependencyNode child : node.getChildren()) {
            LockDraft.Draft to = find(child, byId);
            if (to != null) from.need(to.purl);
            edges(child, byId);
        }
    }
}
