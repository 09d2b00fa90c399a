package dev.touchstone.scanners.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.contract.ReportedFinding;
import dev.touchstone.scanners.UnitAnswer;
import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.TreeInMemory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeScannerTest {

    private static final CodeScanner SCANNER = new CodeScanner();

    private static final String WEAK =
            """
            class Pay {
                Cipher cipher() throws Exception {
                    return Cipher.getInstance("DES");
                }
            }
            """;

    @Test
    void namesThePlaceAndWhatStandsThere() throws IOException {
        var finding = scan("src/main/java/Pay.java", WEAK).findings().getFirst();
        var place = finding.primaryLocation();
        assertThat(finding.ruleId()).isEqualTo("CRYPTO-001");
        assertThat(place.display()).isEqualTo("src/main/java/Pay.java:3");
        assertThat(place.snippet()).isEqualTo("return Cipher.getInstance(\"DES\");");
        assertThat(place.symbol()).isEqualTo("Pay.cipher");
    }

    @Test
    void leavesOutWhatIsNoJavaAndSaysTheLine() throws IOException {
        var answer = scan("Pay.java", "class Pay {\n  int x = ;\n}\n");
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.leftOut())
                .singleElement()
                .satisfies(
                        left -> {
                            assertThat(left.reason()).isEqualTo(LeftOut.Reason.MALFORMED);
                            assertThat(left.detail()).startsWith("line 2");
                        });
    }

    @Test
    void leavesOutWhatIsNoYamlAndSaysTheLine() throws IOException {
        var answer = scan("application.yml", "a: 1\nb: [1\nc: 2\n");
        assertThat(answer.leftOut())
                .singleElement()
                .satisfies(left -> assertThat(left.detail()).startsWith("line 3"));
    }

    @Test
    void endsOnWhatIsNestedTooDeeply() throws IOException {
        int depth = 20_000;
        String deep = "class A { int x = " + "(".repeat(depth) + "1" + ")".repeat(depth) + "; }";
        assertThat(scan("A.java", deep).leftOut())
                .extracting(LeftOut::reason)
                .containsExactly(LeftOut.Reason.TOO_MUCH_INSIDE);
        assertThat(scan("application.yml", "a: " + "[".repeat(depth)).findings()).isEmpty();
        assertThat(scan("a.html", "<p ".repeat(depth)).findings()).isEmpty();
    }

    @Test
    void readsTheSyntaxOfJava25() throws IOException {
        String modern =
                """
                import module java.base;

                sealed interface Shape permits Circle, Square {}

                record Circle(double radius) implements Shape {}

                record Square(double side) implements Shape {}

                class Account {
                    final int grade;

                    Account(int grade) {
                        if (grade < 0) throw new IllegalArgumentException();
                        super();
                        this.grade = grade;
                    }

                    double area(Shape shape) {
                        return switch (shape) {
                            case Circle(double radius) when radius > 1 -> radius;
                            case Circle _ -> 0;
                            case Square(var side) -> side * side;
                        };
                    }
                }
                """;
        assertThat(scan("Account.java", modern).leftOut()).isEmpty();
        assertThat(scan("Main.java", "void main() {\n    IO.println(\"hello\");\n}\n").leftOut())
                .isEmpty();
    }

    @Test
    void readsTheEncodingOfOlderProjects() throws IOException {
        byte[] older = ("// 加密卡号\n" + WEAK).getBytes(Charset.forName("GB18030"));
        var tree = new TreeInMemory(Path.of("/"), Map.of("Pay.java", older), List.of());
        assertThat(SCANNER.scan(tree, tree.files()).findings()).hasSize(1);
    }

    @Test
    void aCommentWithAReasonWavesAFindingThroughAndIsTold() throws IOException {
        String alone =
                WEAK.replace(
                        "        return",
                        "        // touchstone:ignore CRYPTO-001 the old terminals speak DES\n        return");
        var answer = scan("Pay.java", alone);
        assertThat(answer.findings()).isEmpty();
        assertThat(answer.ignored())
                .extracting(UnitAnswer.Ignored::reason)
                .containsExactly("the old terminals speak DES");
        String behind =
                WEAK.replace(
                        "\"DES\");", "\"DES\"); // touchstone:ignore CRYPTO-001 old terminals");
        assertThat(scan("Pay.java", behind).findings()).isEmpty();
    }

    @Test
    void aCommentWithoutAReasonOrAboutAnotherRuleOrLineDoesNot() throws IOException {
        for (String comment :
                List.of(
                        "// touchstone:ignore CRYPTO-001",
                        "// touchstone:ignore CRYPTO-002 another",
                        "int x = 1; // touchstone:ignore CRYPTO-001 about this line")) {
            String text = WEAK.replace("        return", "        " + comment + "\n        return");
            assertThat(scan("Pay.java", text).findings()).as(comment).hasSize(1);
        }
    }

    @Test
    void showsNoKeyThatItFound() throws IOException {
        String text =
                "class Keys {\n    Key key() { return new SecretKeySpec(\"jianghai-card-01\".getBytes(), \"AES\"); }\n}\n";
        var answer = scan("Keys.java", text);
        assertThat(answer.findings()).extracting(ReportedFinding::ruleId).contains("CRYPTO-003");
        assertThat(answer.toString()).doesNotContain("jianghai-card-01");
    }

    @Test
    void testsOfAProjectAreNotRead() {
        var tree =
                TreeInMemory.of(
                        Map.of("src/test/java/Pay.java", WEAK, "src/main/java/Pay.java", WEAK));
        assertThat(SCANNER.units(tree)).hasSize(1);
    }

    @Test
    void sameInputSameAnswer() throws IOException {
        assertThat(scan("Pay.java", WEAK)).isEqualTo(scan("Pay.java", WEAK));
        assertThat(new CodeScanner().ruleDigest()).isEqualTo(SCANNER.ruleDigest());
    }

    @Test
    void aRuleThatCannotTellSaysSo() throws IOException {
        String text =
                "class A {\n    byte[] seal(byte[] b) throws Exception { return MessageDigest.getInstance(\"SHA-1\").digest(b); }\n}\n";
        assertThat(scan("A.java", text).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("cannot tell"));
    }

    private static UnitAnswer scan(String path, String text) throws IOException {
        var tree = TreeInMemory.of(path, text);
        return SCANNER.scan(tree, tree.files());
    }
}
