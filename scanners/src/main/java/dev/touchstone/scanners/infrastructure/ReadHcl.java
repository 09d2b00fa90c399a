package dev.touchstone.scanners.infrastructure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads HashiCorp's configuration language with its places. Literal values become values, all else
 * stays the text of its expression: {@link ResolveTerraform} fills in what the module itself knows.
 */
final class ReadHcl {

    /** A block with its labels; of a resource these are type and name. */
    record Block(String type, List<String> labels, Node.Fields body) {}

    /** A body: its attributes, and its blocks in their order. */
    record Body(Map<String, Node> attributes, List<Block> blocks) {}

    private static final int DEEPEST = 100;

    private final HclCursor in;

    private ReadHcl(String text) {
        this.in = new HclCursor(text);
    }

    /**
     * The whole of a file; a block that is wrong is left out and told.
     *
     * @param faults takes what is wrong
     */
    static Body read(String text, List<Malformed> faults) {
        var reader = new ReadHcl(text);
        var whole = new Body(new LinkedHashMap<>(), new ArrayList<>());
        while (true) {
            try {
                reader.body(whole, 0, true);
                return whole;
            } catch (Malformed fault) {
                faults.add(fault);
                if (!reader.in.toNextBlock()) return whole;
            }
        }
    }

    /** An expression that stands in a text of its own, such as what an interpolation holds. */
    static Node expression(String text, int line) throws Malformed {
        var reader = new ReadHcl(text);
        reader.in.shiftLines(line - 1);
        Node node = new HclExpression(reader.in).read(true);
        reader.in.skipBlank(true);
        return reader.in.atEnd() ? node : new Node.Unknown(text, false, line, line);
    }

    private void body(Body body, int depth, boolean file) throws Malformed {
        if (depth > DEEPEST) throw in.wrong("nested deeper than " + DEEPEST + " blocks");
        while (true) {
            in.skipBlank(true);
            if (in.atEnd()) {
                if (file) return;
                throw in.wrong("a block is not closed before the end of the file");
            }
            if (in.peek() == '}') {
                if (file) throw in.wrong("a brace closes no block");
                in.next();
                return;
            }
            int start = in.line();
            String name = in.peek() == '"' ? label() : in.word();
            if (name.isEmpty()) throw in.wrong("expected the name of an attribute or block");
            in.skipBlank(false);
            if (in.peek() == '=' && in.peekAt(1) != '=') {
                in.next();
                body.attributes().put(name, from(start, new HclExpression(in).read(false)));
                in.skipBlank(false);
            } else {
                body.blocks().add(block(name, start, depth));
            }
        }
    }

    private Block block(String type, int start, int depth) throws Malformed {
        var labels = new ArrayList<String>();
        while (in.peek() != '{') {
            if (in.atEnd() || in.peek() == '\n') throw in.wrong("expected = or { after " + type);
            String label = in.peek() == '"' ? label() : in.word();
            if (label.isEmpty()) throw in.wrong("expected = or { after " + type);
            labels.add(label);
            in.skipBlank(false);
        }
        in.next();
        var inside = new Body(new LinkedHashMap<>(), new ArrayList<>());
        body(inside, depth + 1, false);
        return new Block(type, labels, fields(inside, start, in.line()));
    }

    private String label() throws Malformed {
        return HclExpression.scalarText(new HclExpression(in).quoted());
    }

    /** Blocks of one name become a list, as the language's own JSON form has them. */
    private static Node.Fields fields(Body body, int start, int end) {
        var all = new LinkedHashMap<>(body.attributes());
        for (Block block : body.blocks()) {
            String name = block.type();
            Node content = labelled(block);
            Node before = all.get(name);
            var nodes = new ArrayList<Node>();
            if (before instanceof Node.Items items) nodes.addAll(items.nodes());
            nodes.add(content);
            all.put(
                    name,
                    new Node.Items(
                            nodes,
                            before == null ? content.line() : before.line(),
                            content.endLine()));
        }
        return new Node.Fields(all, start, end);
    }

    private static Node labelled(Block block) {
        Node inside = block.body();
        for (String label : block.labels().reversed()) {
            inside = new Node.Fields(Map.of(label, inside), inside.line(), inside.endLine());
        }
        return inside;
    }

    /** The same value, said to begin at another line. */
    static Node from(int line, Node node) {
        return switch (node) {
            case Node.Scalar it -> new Node.Scalar(it.value(), line, it.endLine());
            case Node.Items it -> new Node.Items(it.nodes(), line, it.endLine());
            case Node.Fields it -> new Node.Fields(it.nodes(), line, it.endLine());
            case Node.Unknown it -> new Node.Unknown(it.text(), it.template(), line, it.endLine());
        };
    }
}
