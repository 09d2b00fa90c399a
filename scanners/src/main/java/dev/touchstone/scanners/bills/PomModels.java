package dev.touchstone.scanners.bills;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.building.ModelBuilder;
import org.apache.maven.model.building.ModelBuildingException;
import org.apache.maven.model.building.ModelBuildingRequest;
import org.apache.maven.model.building.ModelCache;
import org.apache.maven.model.building.ModelProblemCollector;
import org.apache.maven.model.building.ModelSource2;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.validation.ModelValidator;
import org.jspecify.annotations.Nullable;

/**
 * Effective models by Maven's own builder. Nothing is fetched: a parent or an imported bill that
 * lies neither in the tree nor in the local repository counts as empty, and is named as missing.
 */
final class PomModels {
    private final PomTree poms;
    private final ModelBuilder builder = new Lenient().newInstance();
    private final Map<String, Object> cache = new HashMap<>();
    private final Map<String, Built> built = new HashMap<>();

    PomModels(PomTree poms) {
        this.poms = poms;
    }

    /**
     * An effective model.
     *
     * @param missing coordinates of what it should inherit or import
     */
    record Built(Model model, TreeSet<String> missing) {}

    /** Of a project of the tree. */
    Built ofTree(String path) throws MalformedLock {
        return build("tree:" + path, poms.source(path));
    }

    /** Of an artifact, or null when its project file is not to be had. */
    @Nullable Built ofArtifact(String group, String artifact, String version) {
        PomTree.Source source = poms.inTree(group, artifact, version);
        if (source == null) source = poms.inRepository(group, artifact, version);
        if (source == null) return null;
        try {
            return build(group + ":" + artifact + ":" + version, source);
        } catch (MalformedLock broken) {
            return null;
        }
    }

    private Built build(String key, PomTree.Source source) throws MalformedLock {
        Built known = built.get(key);
        if (known != null) return known;
        TreeSet<String> missing = new TreeSet<>();
        DefaultModelBuildingRequest request = new DefaultModelBuildingRequest();
        request.setModelSource((ModelSource2) source);
        request.setModelResolver(new Resolver(missing));
        request.setModelCache(new Cache());
        request.setValidationLevel(ModelBuildingRequest.VALIDATION_LEVEL_MINIMAL);
        request.setProcessPlugins(false);
        request.setTwoPhaseBuilding(false);
        request.setSystemProperties(system());
        try {
            Built made = new Built(builder.build(request).getEffectiveModel(), missing);
            built.put(key, made);
            return made;
        } catch (ModelBuildingException | RuntimeException broken) {
            String message = String.valueOf(broken.getMessage());
            throw new MalformedLock(
                    "",
                    "is no complete project of Maven: " + message.lines().findFirst().orElse(""));
        }
    }

    /** What profiles may ask for, without the environment. */
    private static Properties system() {
        Properties properties = new Properties();
        for (String name : new String[] {"java.version", "os.name", "os.arch", "os.version"}) {
            properties.setProperty(name, System.getProperty(name, ""));
        }
        return properties;
    }

    /** Incomplete projects are what we are here for. */
    private static final class Lenient extends DefaultModelBuilderFactory {
        @Override
        protected ModelValidator newModelValidator() {
            return new ModelValidator() {
                @Override
                public void validateRawModel(
                        Model model, ModelBuildingRequest request, ModelProblemCollector problems) {
                    // what is wrong shows in what is missing
                }

                @Override
                public void validateEffectiveModel(
                        Model model, ModelBuildingRequest request, ModelProblemCollector problems) {
                    // what is wrong shows in what is missing
                }
            };
        }
    }

    /** Models that many projects share are read once. */
    private final class Cache implements ModelCache {
        @Override
        public void put(String group, String artifact, String version, String tag, Object data) {
            cache.put(String.join(":", group, artifact, version, tag), data);
        }

        @Override
        public @Nullable Object get(String group, String artifact, String version, String tag) {
            return cache.get(String.join(":", group, artifact, version, tag));
        }
    }

    /** Looks into the tree, then into the local repository. */
    private final class Resolver implements ModelResolver {
        private final TreeSet<String> missing;

        Resolver(TreeSet<String> missing) {
            this.missing = missing;
        }

        @Override
        public ModelSource2 resolveModel(String group, String artifact, String version) {
            PomTree.Source found = poms.inTree(group, artifact, version);
            if (found == null) found = poms.inRepository(group, artifact, version);
            if (found != null) return found;
            missing.add(group + ":" + artifact + ":" + version);
            return poms.new Source(null, "nothing", empty(group, artifact, version));
        }

        private static byte[] empty(String group, String artifact, String version) {
            String text =
                    """
                    <project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId>\
                    <artifactId>%s</artifactId><version>%s</version><packaging>pom</packaging></project>"""
                            .formatted(escaped(group), escaped(artifact), escaped(version));
            return text.getBytes(StandardCharsets.UTF_8);
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;");
        }

        @Override
        public ModelSource2 resolveModel(Parent parent) {
            return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
        }

        @Override
        public ModelSource2 resolveModel(Dependency dependency) {
            return resolveModel(
                    dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
        }

        @Override
        public void addRepository(Repository repository) {
            // nothing is fetched from anywhere
        }

        @Override
        public void addRepository(Repository repository, boolean replace) {
            // nothing is fetched from anywhere
        }

        @Override
        public ModelResolver newCopy() {
            return this;
        }
    }
}
