package dev.touchstone.scanners.bills;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.maven.model.Model;
import org.apache.maven.repository.internal.ArtifactDescriptorReaderDelegate;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.impl.ArtifactDescriptorReader;
import org.eclipse.aether.impl.RemoteRepositoryManager;
import org.eclipse.aether.impl.VersionRangeResolver;
import org.eclipse.aether.internal.impl.collect.bf.BfDependencyCollector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.eclipse.aether.version.VersionConstraint;
import org.jspecify.annotations.Nullable;

/** The tree of what a project needs, by Maven's own resolver over the models at hand. */
final class PomGraph {
    private final PomModels models;
    private final PomTree poms;
    private final TreeSet<String> missing = new TreeSet<>();

    PomGraph(PomTree poms, PomModels models) {
        this.poms = poms;
        this.models = models;
    }

    /** The root stands for the project; artifacts without a project file have no children. */
    record Resolved(DependencyNode root, TreeSet<String> missing) {}

    Resolved resolve(Model model) throws MalformedLock {
        missing.clear();
        DefaultRepositorySystemSession session = session();
        ArtifactDescriptorResult whole = described(session, new ArtifactDescriptorRequest(), model);
        CollectRequest request = new CollectRequest();
        List<Dependency> known = new ArrayList<>();
        for (Dependency each : whole.getDependencies()) {
            if (!each.getArtifact().getVersion().isEmpty()
                    && !each.getArtifact().getVersion().contains("${")) {
                known.add(each);
            }
        }
        request.setDependencies(known);
        request.setManagedDependencies(whole.getManagedDependencies());
        try {
            DependencyNode root =
                    new BfDependencyCollector(new NoRemotes(), new Reader(), new Ranges())
                            .collectDependencies(session, request)
                            .getRoot();
            return new Resolved(root, new TreeSet<>(missing));
        } catch (DependencyCollectionException unresolved) {
            if (unresolved.getResult() != null && unresolved.getResult().getRoot() != null) {
                missing.add(String.valueOf(unresolved.getMessage()).lines().findFirst().orElse(""));
                return new Resolved(unresolved.getResult().getRoot(), new TreeSet<>(missing));
            }
            throw new MalformedLock("", String.valueOf(unresolved.getMessage()));
        }
    }

    private static DefaultRepositorySystemSession session() {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setOffline(true);
        session.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
        session.setIgnoreArtifactDescriptorRepositories(true);
        return session;
    }

    private static ArtifactDescriptorResult described(
            RepositorySystemSession session, ArtifactDescriptorRequest request, Model model) {
        ArtifactDescriptorResult result = new ArtifactDescriptorResult(request);
        new ArtifactDescriptorReaderDelegate().populateResult(session, result, model);
        return result;
    }

    /** Reads what an artifact needs from its effective model. */
    private final class Reader implements ArtifactDescriptorReader {
        @Override
        public ArtifactDescriptorResult readArtifactDescriptor(
                RepositorySystemSession session, ArtifactDescriptorRequest request) {
            Artifact artifact = request.getArtifact();
            for (int moves = 0; moves < 10; moves++) {
                PomModels.Built found = model(artifact);
                if (found == null) {
                    note(artifact);
                    break;
                }
                Artifact moved = moved(artifact, found.model());
                if (moved == null) {
                    ArtifactDescriptorResult result = described(session, request, found.model());
                    return result.setArtifact(artifact);
                }
                artifact = moved;
            }
            return new ArtifactDescriptorResult(request).setArtifact(artifact);
        }

        /** The resolver reads ahead by several threads; the models are read by one at a time. */
        private PomModels.@Nullable Built model(Artifact artifact) {
            synchronized (models) {
                return models.ofArtifact(
                        artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
            }
        }

        private void note(Artifact artifact) {
            synchronized (missing) {
                missing.add(
                        artifact.getGroupId()
                                + ":"
                                + artifact.getArtifactId()
                                + ":"
                                + artifact.getBaseVersion());
            }
        }

        private @Nullable Artifact moved(Artifact from, Model model) {
            if (model.getDistributionManagement() == null
                    || model.getDistributionManagement().getRelocation() == null) {
                return null;
            }
            var to = model.getDistributionManagement().getRelocation();
            return new DefaultArtifact(
                    to.getGroupId() == null ? from.getGroupId() : to.getGroupId(),
                    to.getArtifactId() == null ? from.getArtifactId() : to.getArtifactId(),
                    from.getClassifier(),
                    from.getExtension(),
                    to.getVersion() == null ? from.getVersion() : to.getVersion());
        }
    }

    /** A range chooses among the versions at hand. */
    private final class Ranges implements VersionRangeResolver {
        private final GenericVersionScheme scheme = new GenericVersionScheme();

        @Override
        public VersionRangeResult resolveVersionRange(
                RepositorySystemSession session, VersionRangeRequest request)
                throws VersionRangeResolutionException {
            VersionRangeResult result = new VersionRangeResult(request);
            try {
                Artifact artifact = request.getArtifact();
                VersionConstraint constraint = scheme.parseVersionConstraint(artifact.getVersion());
                result.setVersionConstraint(constraint);
                if (constraint.getRange() == null) {
                    return result.addVersion(constraint.getVersion());
                }
                List<Version> versions = new ArrayList<>();
                for (String each : poms.versions(artifact.getGroupId(), artifact.getArtifactId())) {
                    Version version = scheme.parseVersion(each);
                    if (constraint.containsVersion(version)) versions.add(version);
                }
                var bound = constraint.getRange().getLowerBound();
                if (versions.isEmpty() && bound != null) versions.add(bound.getVersion());
                versions.stream().sorted().forEach(result::addVersion);
                return result;
            } catch (InvalidVersionSpecificationException invalid) {
                result.addException(invalid);
                throw new VersionRangeResolutionException(result);
            }
        }
    }

    /** There are none. */
    private static final class NoRemotes implements RemoteRepositoryManager {
        @Override
        public List<RemoteRepository> aggregateRepositories(
                RepositorySystemSession session,
                List<RemoteRepository> dominant,
                List<RemoteRepository> recessive,
                boolean raw) {
            return List.of();
        }

        @Override
        public RepositoryPolicy getPolicy(
                RepositorySystemSession session,
                RemoteRepository repository,
                boolean releases,
                boolean snapshots) {
            return new RepositoryPolicy();
        }
    }
}
