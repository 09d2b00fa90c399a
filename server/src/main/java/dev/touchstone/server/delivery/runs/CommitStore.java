package dev.touchstone.server.delivery.runs;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommitStore {

    static final int FARTHEST = 500;

    private final JdbcClient jdbc;

    CommitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each commit and the one before it; what is known already stays as it is. */
    void add(long applicationId, List<String> newestFirst) {
        String[] commits = newestFirst.toArray(String[]::new);
        String[] parents = new String[commits.length];
        System.arraycopy(commits, 1, parents, 0, commits.length - 1);
        jdbc.sql(
                        """
                        insert into runs.commit as known (application_id, commit, parent)
                        select :application, commit, parent
                          from unnest(:commits::text[], :parents::text[]) as told (commit, parent)
                         order by commit
                        on conflict (application_id, commit)
                        do update set parent = excluded.parent
                         where known.parent is null and excluded.parent is not null
                        """)
                .param("application", applicationId)
                .param("commits", commits)
                .param("parents", parents)
                .update();
    }

    /** First parents, the nearest first. */
    List<String> ancestors(long applicationId, String commit) {
        return jdbc.sql(
                        """
                        with recursive walk (commit, distance) as (
                            select parent, 1
                              from runs.commit
                             where application_id = :application and commit = :commit
                               and parent is not null
                            union all
                            select before.parent, walk.distance + 1
                              from walk
                              join runs.commit before
                                on before.application_id = :application
                               and before.commit = walk.commit
                             where before.parent is not null and walk.distance < :farthest
                        )
                        select commit from walk order by distance
                        """)
                .param("application", applicationId)
                .param("commit", commit)
                .param("farthest", FARTHEST)
                .query(String.class)
                .list();
    }
}
