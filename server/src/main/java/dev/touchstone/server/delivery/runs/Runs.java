package dev.touchstone.server.delivery.runs;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Code lines, commits and runs of an application. */
public interface Runs {

    /**
     * The code line with this name; made when it is new. Locked until the transaction ends, so that
     * reports of one line are merged one after the other.
     */
    Line lock(long applicationId, String name, Line.Kind kind, @Nullable String base);

    Optional<Line> line(long applicationId, String name);

    List<Line> lines(long applicationId);

    /**
     * Learns which commit came before which.
     *
     * @param ancestors first parents of the commit, the nearest first
     */
    void learn(long applicationId, String commit, List<String> ancestors);

    /** Finds the place of a run among the others. */
    PlannedRun plan(NewRun run);

    /** Numbers the run; from here on the application is locked until the transaction ends. */
    Run record(PlannedRun plan);

    /** Keeps what the run changed. */
    Run finish(Run run, Delta counts);

    /** True when no other series of the application has findings of the same tool. */
    boolean standsAlone(Run run);

    Optional<Run> run(long applicationId, long number);

    /**
     * The newest runs of a commit: for each tool and scope one, complete ones before partial. Runs
     * that came after one of a later commit are not among them: nobody compared what they saw.
     */
    List<Run> ofCommit(long applicationId, String commit);

    /** The run that the line stands on now, for each tool and scope one. */
    List<Run> heads(long applicationId, long lineId);

    /**
     * What "new" is measured against: of the nearest ancestor that was looked at completely by the
     * same tool with the same rules and scope, the newest run on a branch or release; empty where
     * there is none (NO_BASE).
     */
    Optional<Run> mergeBase(Run run);

    /** The run before this one in its series, not counting history. */
    Optional<Run> previous(Run run);
}
