package dev.touchstone.engine.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class CanonicalJsonTest {

    record Pair(String b, int a) {}

    @Test
    void writesRecordsWithSortedMembers() {
        assertThat(CanonicalJson.write(new Pair("x", 1)))
                .asString()
                .isEqualTo("{\"a\":1,\"b\":\"x\"}");
        assertThat(CanonicalJson.write(List.of())).asString().isEqualTo("[]");
    }

    /** The examples of RFC 8785, section 3.2. */
    @Test
    void writesTheExampleOfTheStandard() {
        var example =
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """;

        assertThat(canonical(example))
                .isEqualTo(
                        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,"
                                + "0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void writesNumbersAsEcmascriptDoes() {
        assertThat(
                        canonical(
                                "[-0.0, 1e21, 123456789012345680000.0, 1e-6, 1e-7, -1.5e-9,"
                                        + " 4.35, 0.93, 100.0]"))
                .isEqualTo("[0,1e+21,123456789012345680000,0.000001,1e-7,-1.5e-9,4.35,0.93,100]");
    }

    @Test
    void refusesNumbersThatOtherReadersWouldRound() {
        assertThatThrownBy(() -> CanonicalJson.write(1L << 60))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesDoubleMembersAndTrailingText() {
        assertThatThrownBy(() -> canonical("{\"a\":1,\"a\":2}"))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> canonical("{} {}")).isInstanceOf(JacksonException.class);
    }

    private static String canonical(String json) {
        return new String(
                CanonicalJson.write(CanonicalJson.read(json.getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8);
    }
}
