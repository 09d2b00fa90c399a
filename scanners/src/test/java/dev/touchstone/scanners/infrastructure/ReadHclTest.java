package dev.touchstone.scanners.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadHclTest {

    private final List<Malformed> faults = new ArrayList<>();

    private Node.Fields body(String text) {
        return ReadHcl.read(text, faults).blocks().getFirst().body();
    }

    private static String at(Node.Fields body, String path) {
        return Lookup.text(body, path);
    }

    @Test
    void valuesKeepTheirKindAndTheirLine() {
        var body =
                body(
                        """
                        resource "a" "b" {
                          text   = "x\\ty\\u00e9"
                          number = -12
                          flag   = !true
                          none   = null
                          list   = [1, "two", # three
                            false,
                          ]
                          map = { one = 1, "two" : 2
                            three = 3 }
                        }
                        """);
        assertThat(faults).isEmpty();
        assertThat(at(body, "text")).isEqualTo("x\tyé");
        assertThat(Lookup.first(body, "number")).isEqualTo(new Node.Scalar(-12L, 3, 3));
        assertThat(at(body, "flag")).isEqualTo("false");
        assertThat(Lookup.all(body, "none")).isEmpty();
        assertThat(Lookup.all(body, "list")).hasSize(3);
        assertThat(at(body, "map.three")).isEqualTo("3");
        assertThat(Lookup.first(body, "map.three")).extracting(Node::line).isEqualTo(10);
        assertThat(body.endLine()).isEqualTo(11);
    }

    @Test
    void blocksOfOneNameAreAListAndOneLineBlocksAreRead() {
        var body =
                body(
                        """
                        resource a "b" {
                          rule { port = 22 }
                          rule {
                            port = 80
                          }
                          provisioner "local-exec" { command = "x" }
                        }
                        """);
        assertThat(Lookup.all(body, "rule.port"))
                .extracting(HclExpression::scalarText)
                .containsExactly("22", "80");
        assertThat(at(body, "provisioner.local-exec.command")).isEqualTo("x");
    }

    @Test
    void whatOnlyARunKnowsIsUnknownAndKeepsItsText() {
        var body =
                body(
                        """
                        resource "a" "b" {
                          ref    = aws_kms_key.k[0].arn
                          sum    = 1 + var.n
                          choice = var.live ? "a" : "b"
                          call   = lower(var.name)
                          loop   = [for x in var.xs : upper(x) if x != "}"]
                          inside = "p-${var.name}-${length("}")}"
                          whole  = "${aws_s3_bucket.b.id}"
                          escape = "$${literal}"
                        }
                        """);
        assertThat(faults).isEmpty();
        assertThat(Lookup.first(body, "ref"))
                .isEqualTo(new Node.Unknown("aws_kms_key.k[0].arn", false, 2, 2));
        for (String name : List.of("sum", "choice", "call", "loop", "inside")) {
            assertThat(Lookup.first(body, name)).as(name).isInstanceOf(Node.Unknown.class);
        }
        assertThat(Lookup.first(body, "whole"))
                .isEqualTo(new Node.Unknown("aws_s3_bucket.b.id", false, 8, 8));
        assertThat(at(body, "escape")).isEqualTo("${literal}");
    }

    @Test
    void heredocsAreTextsAndLoseTheirIndentation() {
        var body =
                body(
                        """
                        resource "a" "b" {
                          script = <<-EOT
                            one
                              two # no comment
                          EOT
                          next = 1
                        }
                        """);
        assertThat(at(body, "script")).isEqualTo("one\n  two # no comment\n");
        assertThat(at(body, "next")).isEqualTo("1");
        assertThat(Lookup.first(body, "next")).extracting(Node::line).isEqualTo(6);
    }

    @Test
    void aBrokenBlockIsToldWithItsLineAndTheRestIsRead() {
        var read =
                ReadHcl.read(
                        """
                        resource "a" "one" {
                          list = [1, 2
                          x = 3
                        }

                        resource "a" "two" {
                          x = 4
                        }
                        """,
                        faults);
        assertThat(faults)
                .singleElement()
                .extracting(Malformed::getMessage)
                .asString()
                .contains("line 3");
        assertThat(read.blocks())
                .singleElement()
                .satisfies(it -> assertThat(it.labels()).contains("two"));
    }

    @Test
    void nestingAndNonsenseEndWithAFaultNotWithAFailure() {
        for (String text :
                List.of(
                        "a = " + "[".repeat(100_000),
                        "a = " + "!".repeat(100_000) + "true",
                        "a = " + "(".repeat(100_000),
                        "a {".repeat(50_000),
                        "a = \"" + "${\"".repeat(50_000),
                        "a = <<EOF\nnever",
                        "/* never",
                        "a = {",
                        "}}}}",
                        "= = =",
                        "\0\1\2")) {
            faults.clear();
            ReadHcl.read(text, faults);
            assertThat(faults).as(text.substring(0, 3)).isNotEmpty();
        }
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkChangeNothing() {
        String text = "resource \"a\" \"b\" {\n  x = 1\n  y = <<E\nz\nE\n}\n";
        var plain = body(text);
        var other = body("\uFEFF" + text.replace("\n", "\r\n"));
        assertThat(faults).isEmpty();
        assertThat(other).isEqualTo(plain);
    }
}
