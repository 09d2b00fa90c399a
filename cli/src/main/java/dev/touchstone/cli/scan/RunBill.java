package dev.touchstone.cli.scan;

import dev.touchstone.scanners.bills.BillOptions;
import dev.touchstone.scanners.bills.MadeBill;
import dev.touchstone.scanners.bills.MakeBill;
import dev.touchstone.scanners.bills.SourceAnswer;
import dev.touchstone.scanners.tree.LeftOut;
import dev.touchstone.scanners.tree.ScannedFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

/** Makes the bill of materials, file by file: archives are large, and one at a time is enough. */
final class RunBill {

    static final String NAME = "Touchstone bill";

    private static final SourceAnswer NOTHING = new SourceAnswer(List.of(), List.of());

    private final ContentDigests tree;
    private final CacheFolder cache;
    private final Watch watch;

    RunBill(ContentDigests tree, CacheFolder cache, Watch watch) {
        this.tree = tree;
        this.cache = cache;
        this.watch = watch;
    }

    MadeBill run(BillOptions options) {
        var units = MakeBill.units(tree);
        watch.begins(NAME, units.stream().flatMap(List::stream).mapToLong(ScannedFile::size).sum());
        var store = AnswerStore.open(cache, tree.storeName(NAME), SourceAnswer.class, NOTHING);
        var answers = new ArrayList<SourceAnswer>();
        for (var unit : units) {
            answers.add(answer(store, unit));
            watch.did(NAME, unit.stream().mapToLong(ScannedFile::size).sum());
        }
        answers.add(MakeBill.projects(tree, options));
        store.close();
        watch.ended(NAME);
        return MakeBill.join(answers, options);
    }

    private SourceAnswer answer(AnswerStore<SourceAnswer> store, List<ScannedFile> unit) {
        try {
            var key = tree.key(List.of(NAME, MakeBill.VERSION), unit);
            var known = store.find(key);
            if (known != null) {
                return known;
            }
            var answer = MakeBill.read(tree, unit);
            store.keep(key, answer);
            return answer;
        } catch (IOException unreadable) {
            return without(unit, LeftOut.Reason.UNREADABLE, because(unreadable));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            return without(unit, LeftOut.Reason.FAILED, failed.getClass().getSimpleName());
        }
    }

    private static SourceAnswer without(
            List<ScannedFile> unit, LeftOut.Reason reason, String detail) {
        return new SourceAnswer(
                List.of(),
                unit.stream().map(file -> new LeftOut(file.path(), reason, detail)).toList());
    }

    private static String because(IOException failure) {
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failure.getClass().getSimpleName();
    }
}
