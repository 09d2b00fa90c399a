package dev.touchstone.scanners.bills;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.touchstone.scanners.tree.LeftOut;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchiveReaderTest {
    private static final ArchiveLimits SMALL = new ArchiveLimits(3, 50, 8 << 20, 4 << 20, 100);

    @Test
    void aFatJarTellsWhatLiesInItToAnyDepth() throws MalformedLock {
        byte[] inner =
                new Zips()
                        .maven("com.example", "inner", "1.2.0")
                        .put("BOOT-INF/lib/deep-0.1.jar", deep())
                        .bytes();
        byte[] fat =
                new Zips()
                        .maven("com.example", "app", "2.0.0")
                        .put("BOOT-INF/lib/inner-1.2.0.jar", inner)
                        .put("BOOT-INF/classes/com/example/Main.class", new byte[10])
                        .bytes();

        Locked read = read("dist/app-2.0.0.jar", fat);

        assertThat(purls(read))
                .containsExactly(
                        "pkg:maven/com.example/app@2.0.0",
                        "pkg:maven/com.example/deep@0.1",
                        "pkg:maven/com.example/inner@1.2.0");
        assertThat(read.direct()).containsExactly("pkg:maven/com.example/app@2.0.0");
        assertThat(needs(read, "pkg:maven/com.example/app@2.0.0"))
                .containsExactly("pkg:maven/com.example/inner@1.2.0");
        assertThat(read.packages().get(2).hashes()).containsOnlyKeys("SHA-1", "SHA-256");
        assertThat(read.leftOut()).isEmpty();
    }

    private static byte[] deep() {
        return new Zips().maven("com.example", "deep", "0.1").bytes();
    }

    @Test
    void aShadedJarTellsWhoseClassesItTookIn() throws MalformedLock {
        byte[] shaded =
                new Zips()
                        .maven("com.example", "tool", "3.1")
                        .maven("com.google.guava", "guava", "31.0-jre")
                        .bytes();

        Locked read = read("tool-3.1-all.jar", shaded);

        assertThat(purls(read))
                .containsExactly(
                        "pkg:maven/com.example/tool@3.1",
                        "pkg:maven/com.google.guava/guava@31.0-jre");
        assertThat(read.direct()).containsExactly("pkg:maven/com.example/tool@3.1");
    }

    @Test
    void aJarWithoutCoordinatesIsKnownByNameAndClassesOrNotAtAll() throws MalformedLock {
        byte[] spring = new Zips().put("org/springframework/core/A.class", new byte[1]).bytes();
        byte[] other = new Zips().put("net/other/B.class", new byte[1]).bytes();
        byte[] manifest =
                new Zips()
                        .put(
                                "META-INF/MANIFEST.MF",
                                "Manifest-Version: 1.0\r\nBundle-Version: 4.5\r\n")
                        .bytes();

        assertThat(purls(read("lib/spring-core-5.3.1.jar", spring)))
                .containsExactly("pkg:maven/org.springframework/spring-core@5.3.1");
        assertThat(purls(read("lib/spring-core-5.3.1.jar", other)))
                .containsExactly("pkg:generic/spring-core@5.3.1");
        assertThat(purls(read("lib/thing.jar", manifest))).containsExactly("pkg:generic/thing@4.5");
    }

    @Test
    void theManifestTellsTheGroupThatItsToolWroteThere() throws MalformedLock {
        byte[] maven = manifest("Implementation-Vendor-Id: com.example.shop");
        byte[] bundle = manifest("Bundle-SymbolicName: com.example.access;singleton:=true");
        byte[] other = manifest("Implementation-Vendor-Id: Example Ltd");

        assertThat(purls(read("lib/cart-1.0.jar", maven)))
                .containsExactly("pkg:maven/com.example.shop/cart@1.0");
        assertThat(purls(read("lib/access-2.1.jar", bundle)))
                .containsExactly("pkg:maven/com.example/access@2.1");
        assertThat(purls(read("lib/other-3.jar", other))).containsExactly("pkg:generic/other@3");
    }

    private static byte[] manifest(String line) {
        return new Zips()
                .put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n" + line + "\r\n")
                .bytes();
    }

    @Test
    void aProjectThatChangedItsGroupIsKnownByItsVersion() throws MalformedLock {
        byte[] jar = new Zips().put("org/hibernate/Session.class", new byte[1]).bytes();

        assertThat(purls(read("hibernate-core-5.6.15.Final.jar", jar)))
                .containsExactly("pkg:maven/org.hibernate/hibernate-core@5.6.15.Final");
        assertThat(purls(read("hibernate-core-6.4.4.Final.jar", jar)))
                .containsExactly("pkg:maven/org.hibernate.orm/hibernate-core@6.4.4.Final");
    }

    @Test
    void aProgramBeforeTheArchiveDoesNotHideIt() throws MalformedLock {
        byte[] jar = new Zips().maven("com.example", "app", "1").bytes();
        byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(UTF_8);
        byte[] both = Arrays.copyOf(script, script.length + jar.length);
        System.arraycopy(jar, 0, both, script.length, jar.length);

        assertThat(purls(read("app.jar", both))).containsExactly("pkg:maven/com.example/app@1");
    }

    @Test
    void aBombIsLeftOutAndTheRestIsRead() throws MalformedLock {
        byte[] jar =
                new Zips()
                        .put("lib/bomb.jar", new byte[3 << 20])
                        .put("lib/huge.jar", noise(5 << 20))
                        .put("lib/fine-1.jar", new Zips().maven("com.example", "fine", "1").bytes())
                        .bytes();

        Locked read = read("app-1.jar", jar);

        assertThat(read.leftOut())
                .extracting(LeftOut::path, LeftOut::reason)
                .containsExactly(
                        tuple("app-1.jar!/lib/bomb.jar", LeftOut.Reason.TOO_MUCH_INSIDE),
                        tuple("app-1.jar!/lib/huge.jar", LeftOut.Reason.TOO_MUCH_INSIDE));
        assertThat(purls(read)).contains("pkg:maven/com.example/fine@1");
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }

    @Test
    void archivesAreOpenedToABoundedDepthAndNumberOfEntries() throws MalformedLock {
        byte[] jar = deep();
        for (int depth = 0; depth < 4; depth++) {
            jar = new Zips().put("lib/level" + depth + ".jar", jar).bytes();
        }
        Zips many = new Zips();
        for (int i = 0; i < 60; i++) many.put("file" + i, "");

        assertThat(read("deep.jar", jar).leftOut())
                .extracting(LeftOut::detail)
                .containsExactly("archives are opened to a depth of 3");
        assertThat(read("many.jar", many.bytes()).leftOut())
                .extracting(LeftOut::detail)
                .containsExactly("more than 50 entries");
    }

    @Test
    void namesThatPointOutsideAreOnlyNames() throws MalformedLock {
        byte[] jar =
                new Zips()
                        .put(
                                "../../../etc/evil-1.0.jar",
                                new Zips().maven("com.example", "evil", "1.0").bytes())
                        .bytes();

        assertThat(purls(read("app-1.jar", jar))).contains("pkg:maven/com.example/evil@1.0");
    }

    @Test
    void whatIsNoArchiveOrWasCutOffIsMalformed() {
        byte[] whole = new Zips().maven("com.example", "app", "1").bytes();

        assertThatThrownBy(() -> read("a.jar", "hello".getBytes(UTF_8)))
                .isInstanceOf(MalformedLock.class)
                .hasMessageContaining("is no archive");
        assertThatThrownBy(() -> read("a.jar", Arrays.copyOf(whole, whole.length - 30)))
                .isInstanceOf(MalformedLock.class);
        for (int i = 0; i < whole.length; i++) {
            byte[] broken = whole.clone();
            broken[i] ^= (byte) 0xFF;
            try {
                read("a.jar", broken);
            } catch (MalformedLock expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    private static Locked read(String path, byte[] content) throws MalformedLock {
        return new ArchiveReader(SMALL).read(new LockFile(path, content));
    }

    private static List<String> purls(Locked read) {
        return read.packages().stream().map(Locked.Package::purl).toList();
    }

    private static Set<String> needs(Locked read, String purl) {
        return read.packages().stream()
                .filter(each -> each.purl().equals(purl))
                .findFirst()
                .orElseThrow()
                .needs();
    }
}
