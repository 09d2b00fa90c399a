package dev.touchstone.scanners.infrastructure;

import java.util.Locale;

/** Ports as security groups write them. */
final class PortRange {

    private PortRange() {}

    static boolean holds(String text, long port) {
        for (String part : text.strip().toUpperCase(Locale.ROOT).split(",")) {
            String range = part.strip();
            if (range.equals("*") || range.equals("ALL") || range.equals("ANY")) return true;
            String[] ends = range.split("[-/:]");
            try {
                long from = Long.parseLong(ends[0].strip());
                long to = ends.length > 1 ? Long.parseLong(ends[1].strip()) : from;
                if (from <= port && port <= to) return true;
            } catch (NumberFormatException e) {
                // another form: says nothing about the port
            }
        }
        return false;
    }
}
