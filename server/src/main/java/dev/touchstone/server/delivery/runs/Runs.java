package dev.touchstone.server.delivery.runs;

import java.util.Collection;
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

    List<Line> lines(long applicationId, Collection<Long> ids);

    /**
     * Learns which commit came before which.
     *
     * @param ancestors first parents of the commit, the nearest first
     */
    void learn(long applicationId, String commit, List<String> ancestors);

    /** Numbers and places a run; in the transaction that merges its findings. */
    Run begin(long applicationId, NewRun run);

    /** Keeps what the run changed. */
    Run finish(Run run, Delta counts);

    Optional<Run> run(long applicationId, long number);

    /** The newest runs of a commit: for each tool and scope one, complete ones before partial. */
    List<Run> ofCommit(long applicationId, String commit);

    /** The run that the line stands on now, for each tool and scope one. */
    List<Run> heads(long applicationId, long lineId);

    /**
     * What "new" is measured against: of the nearest ancestor that was looked at completely by the
     * same tool with the same rules and scope, the newest run; empty where there is none (NO_BASE).
     */
    Optional<Run> mergeBase(Run run);

    /** The run before this one in its series, not counting history. */
    Optional<Run> previous(Run run);
}
