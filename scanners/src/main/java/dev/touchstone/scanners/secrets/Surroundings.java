package dev.touchstone.scanners.secrets;

/** What stands around an assignment: the keys above it, its section, the file's name. */
final class Surroundings {

    private static final int FARTHEST = 300;

    private Surroundings() {}

    /** Names from the file's own to that of the nearest parent, with dots between. */
    static String of(FileText file, Place place, int at) {
        String above =
                switch (place.kind()) {
                    case YAML, JSON -> parents(file, at);
                    case CODE ->
                            place.folded().endsWith(".tf") || place.folded().endsWith(".hcl")
                                    ? parents(file, at)
                                    : "";
                    case CONFIG, PLAIN -> section(file, at);
                    case XML, SHELL, PROSE -> "";
                };
        return folderAndName(place) + "." + above;
    }

    private static String folderAndName(Place place) {
        int name = place.folded().lastIndexOf('/');
        return place.folded().substring(place.folded().lastIndexOf('/', name - 1) + 1);
    }

    private static String parents(FileText file, int at) {
        int line = file.line(at);
        int indent = indent(file, line);
        var names = new StringBuilder();
        for (int above = line - 1; above > 0 && line - above < FARTHEST && indent > 0; above--) {
            String text = text(file, above);
            String bare = text.strip();
            int its = indent(file, above);
            if (!bare.isEmpty()
                    && !bare.startsWith("#")
                    && its < indent
                    && !bare.startsWith("}")
                    && !bare.startsWith("]")) {
                // An item of a list says nothing of its members but that the list holds them.
                if (!bare.startsWith("- ")) {
                    names.insert(
                            0,
                            bare.substring(0, Math.min(60, bare.length()))
                                            .replaceAll("[\"'{\\[:]", " ")
                                    + ".");
                }
                indent = its;
            }
        }
        return names.toString();
    }

    private static int indent(FileText file, int line) {
        String text = text(file, line);
        return text.length() - text.stripLeading().length();
    }

    private static String section(FileText file, int at) {
        int line = file.line(at);
        for (int above = line - 1; above > 0 && line - above < FARTHEST; above--) {
            String text = text(file, above).strip();
            if (text.startsWith("[") && text.contains("]")) {
                return text.substring(1, text.indexOf(']')) + ".";
            }
        }
        return "";
    }

    private static String text(FileText file, int line) {
        int start = file.startOfLine(line);
        int end = line < file.lines() ? file.startOfLine(line + 1) - 1 : file.text().length();
        return file.text().substring(start, Math.min(end, start + 200));
    }
}
