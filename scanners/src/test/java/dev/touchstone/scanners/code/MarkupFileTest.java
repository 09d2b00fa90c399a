package dev.touchstone.scanners.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.scanners.code.MarkupFile.Piece;
import org.junit.jupiter.api.Test;

class MarkupFileTest {

    private static final String PAGE =
            "<!doctype html><html><!-- <b c='d'> --><%-- x --%><p id=one class=\"a > b\" hidden>text"
                    + "<br><#if x><![CDATA[ raw <i> ]]></#if><%= y %></p></html>";

    @Test
    void attributesAndTextsKnowTheirElementsAndPlace() {
        var pieces = MarkupFile.pieces(PAGE);
        assertThat(pieces)
                .filteredOn(piece -> piece.attribute().equals("class"))
                .singleElement()
                .satisfies(
                        piece -> {
                            assertThat(piece.value()).isEqualTo("a > b");
                            assertThat(piece.elements()).isEqualTo(" html p ");
                            assertThat(PAGE.substring(piece.offset())).startsWith("a > b");
                        });
        assertThat(pieces)
                .extracting(Piece::value)
                .contains("text", " raw <i> ", "= y ")
                .doesNotContain("d");
    }

    @Test
    void endsWhereverATextIsCutOff() {
        for (int end = 0; end <= PAGE.length(); end++) {
            for (Piece piece : MarkupFile.pieces(PAGE.substring(0, end))) {
                assertThat(piece.offset()).isBetween(0, end);
            }
        }
    }
}
