package dev.touchstone.cli;

/** A line of a result whose parts look differently where the terminal can show it. */
public final class StyledLine {

    /** How a part looks. */
    public enum Style {
        PLAIN(""),
        BOLD("1"),
        DIM("2"),
        RED("31"),
        YELLOW("33"),
        GREEN("32"),
        CYAN("36");

        private final String code;

        Style(String code) {
            this.code = code;
        }
    }

    private final Terminal terminal;
    private final StringBuilder line = new StringBuilder();

    StyledLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The text stays on the line: what a name has of line ends is shown as a space. */
    public StyledLine add(Style style, String text) {
        var safe = Terminal.shown(text.replace('\n', ' ').replace('\t', ' '));
        if (terminal.hasColours() && !style.code.isEmpty()) {
            line.append("\u001B[").append(style.code).append('m').append(safe).append("\u001B[0m");
        } else {
            line.append(safe);
        }
        return this;
    }

    public StyledLine add(String text) {
        return add(Style.PLAIN, text);
    }

    public void print() {
        terminal.printReady(line.toString().stripTrailing());
    }
}
