package dev.touchstone.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageUrlTest {

    @Test
    void whatIsNotPlainIsEncoded() {
        assertThat(PackageUrl.of("npm", "@x", "a b", "1.0+b@c/d"))
                .isEqualTo("pkg:npm/%40x/a%20b@1.0%2Bb%40c%2Fd");
        assertThat(PackageUrl.of("golang", "example.com/a", "v2", "v2.0.0"))
                .isEqualTo("pkg:golang/example.com/a/v2@v2.0.0");
        assertThat(PackageUrl.of("generic", null, "名", null)).isEqualTo("pkg:generic/%E5%90%8D");
    }

    @Test
    void namesTakeTheUsualFormOfTheirType() {
        assertThat(PackageUrl.of("pypi", null, "Foo_Bar", "1")).isEqualTo("pkg:pypi/foo-bar@1");
        assertThat(PackageUrl.of("composer", "Acme", "HTTP", "v1"))
                .isEqualTo("pkg:composer/acme/http@v1");
        assertThat(PackageUrl.of("nuget", null, "Newtonsoft.Json", "13.0.3"))
                .isEqualTo("pkg:nuget/Newtonsoft.Json@13.0.3");
    }

    @Test
    void qualifiersAreSortedAndEmptyOnesLeftOut() {
        assertThat(
                        PackageUrl.of(
                                "maven",
                                "g",
                                "a",
                                "1",
                                Map.of("type", "zip", "classifier", "dist", "x", "")))
                .isEqualTo("pkg:maven/g/a@1?classifier=dist&type=zip");
    }
}
