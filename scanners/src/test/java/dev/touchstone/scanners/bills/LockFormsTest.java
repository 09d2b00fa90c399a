package dev.touchstone.scanners.bills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms of lock files that no sample holds. */
class LockFormsTest {
    private static final String SHA_256 = "0a".repeat(32);

    @Test
    void bundlersChecksumsAreHashesOfTheRightPlatform() throws MalformedLock {
        Locked read =
                read(
                        new GemfileLock(),
                        "Gemfile.lock",
                        """
                        GEM
                          remote: https://registry.example.com/
                          specs:
                            nokogiri (1.16.0)
                            nokogiri (1.16.0-java)

                        DEPENDENCIES
                          nokogiri

                        CHECKSUMS
                          nokogiri (1.16.0) sha256=%s
                          nokogiri (1.16.0-java) sha256=%s
                        """
                                .formatted(SHA_256, SHA_256.replace('a', 'b')));

        assertThat(read.packages())
                .extracting(Locked.Package::purl, Locked.Package::hashes)
                .containsExactly(
                        tuple("pkg:gem/nokogiri@1.16.0", Map.of("SHA-256", SHA_256)),
                        tuple(
                                "pkg:gem/nokogiri@1.16.0?platform=java",
                                Map.of("SHA-256", SHA_256.replace('a', 'b'))));
    }

    @Test
    void cargosFirstFormKeepsItsChecksumsApart() throws MalformedLock {
        Locked read =
                read(
                        new CargoLock(),
                        "Cargo.lock",
                        """
                        [[package]]
                        name = "libc"
                        version = "0.2.1"
                        source = "registry+https://registry.example.com/index"

                        [metadata]
                        "checksum libc 0.2.1 (registry+https://registry.example.com/index)" = "%s"
                        """
                                .formatted(SHA_256));

        assertThat(read.packages().getFirst().hashes()).containsEntry("SHA-256", SHA_256);
        assertThat(read.kind()).isEqualTo("Cargo.lock, version 1");
    }

    @Test
    void yarnsSecondFormNamesRangesWithoutTheirProtocol() throws MalformedLock {
        Locked read =
                read(
                        new YarnLock(),
                        "yarn.lock",
                        """
                        __metadata:
                          version: 4

                        "a@npm:^1.0.0":
                          version: 1.2.0
                          resolution: "a@npm:1.2.0"
                          dependencies:
                            b: ^2.0.0
                          languageName: node
                          linkType: hard

                        "b@npm:^2.0.0":
                          version: 2.10
                          resolution: "b@npm:2.10"
                          languageName: node
                          linkType: hard
                        """,
                        Map.of("package.json", "{\"devDependencies\":{\"a\":\"^1.0.0\"}}"));

        assertThat(Sheet.of(List.of(read)))
                .containsExactly("pkg:npm/a@1.2.0,excluded,true", "pkg:npm/b@2.10,excluded,false");
    }

    @Test
    void aLockWithoutItsManifestTakesWhatNobodyNeedsAsAskedFor() throws MalformedLock {
        Locked read =
                read(
                        new YarnLock(),
                        "yarn.lock",
                        """
                        # yarn lockfile v1

                        a@^1.0.0, "a@>= 1":
                          version "1.2.0"
                          dependencies:
                            b "^2.0.0"

                        b@^2.0.0:
                          version "2.0.1"
                        """);

        assertThat(Sheet.of(List.of(read)))
                .containsExactly("pkg:npm/a@1.2.0,required,true", "pkg:npm/b@2.0.1,required,false");
    }

    @Test
    void requirementsInAllTheirForms() throws MalformedLock {
        Locked read =
                read(
                        new RequirementsFile(),
                        "requirements.txt",
                        """
                        # made by hand
                        -r other.txt
                        --index-url https://registry.example.com/simple
                        Django[argon2] == 4.2.1 ; python_version >= "3.8"  # web
                        zope.interface===6.0
                        git+https://git.example.com/a/tool.git@v1#egg=tool
                        -e ./local
                        ./wheels/thing-1.0.whl
                        loose >= 1, < 2
                        wild == 1.*
                        """);

        assertThat(read.packages())
                .extracting(Locked.Package::purl)
                .containsExactly(
                        "pkg:pypi/django@4.2.1",
                        "pkg:pypi/loose",
                        "pkg:pypi/tool?vcs_url=git%2Bhttps:%2F%2Fgit.example.com%2Fa%2Ftool.git%40v1",
                        "pkg:pypi/wild",
                        "pkg:pypi/zope-interface@6.0");
        assertThat(read.notes())
                .containsExactly(
                        "not a named requirement: ./local",
                        "not a named requirement: ./wheels/thing-1.0.whl",
                        "not pinned: loose>= 1, < 2",
                        "not pinned: wild== 1.*");
    }

    @Test
    void pnpmNamesOtherRegistriesAndLeavesEntriesEmpty() throws MalformedLock {
        Locked read =
                read(
                        new PnpmLock(),
                        "pnpm-lock.yaml",
                        """
                        lockfileVersion: 5.3

                        packages:
                          /foo/1.0.0:
                          registry.example.com/@foo/bar/1.10.0:
                          registry.example.com/baz/2.0.0_foo@1.0.0:
                        """);

        assertThat(read.packages())
                .extracting(Locked.Package::purl)
                .containsExactly(
                        "pkg:npm/%40foo/bar@1.10.0", "pkg:npm/baz@2.0.0", "pkg:npm/foo@1.0.0");
    }

    @Test
    void oneBrokenLineDoesNotHideTheOthers() throws MalformedLock {
        Locked gradle =
                read(new GradleLock(), "gradle.lockfile", "g:a:1=runtimeClasspath\n>>> g:b\n");
        Locked nuget =
                read(
                        new NuGetConfig(),
                        "packages.config",
                        "<packages><package id=\"A\"/><package id=\"B\" version=\"1\"/></packages>");

        assertThat(Sheet.of(List.of(gradle))).containsExactly("pkg:maven/g/a@1,required,true");
        assertThat(gradle.notes()).containsExactly("line 2 is not group:name:version");
        assertThat(Sheet.of(List.of(nuget))).containsExactly("pkg:nuget/B@1,required,true");
        assertThat(nuget.notes()).hasSize(1);
    }

    private static Locked read(LockReader reader, String path, String text) throws MalformedLock {
        return read(reader, path, text, Map.of());
    }

    private static Locked read(
            LockReader reader, String path, String text, Map<String, String> beside)
            throws MalformedLock {
        assertThat(reader.reads(path)).isTrue();
        Map<String, byte[]> files = new HashMap<>();
        beside.forEach((name, content) -> files.put(name, content.getBytes(UTF_8)));
        return reader.read(new LockFile(path, text.getBytes(UTF_8), files));
    }
}
