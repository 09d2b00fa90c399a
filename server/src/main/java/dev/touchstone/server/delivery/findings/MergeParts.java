package dev.touchstone.server.delivery.findings;

import dev.touchstone.server.delivery.runs.Runs;
import org.springframework.stereotype.Component;

/** What merging reads from and writes to. */
@Component
record MergeParts(Runs runs, KnownStore known, FindingStore store, DictionaryStore dictionary) {}
