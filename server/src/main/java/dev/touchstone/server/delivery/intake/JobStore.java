package dev.touchstone.server.delivery.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue of reports: leases with a growing fence; reports of one line one after the other. */
@Repository
class JobStore {

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long applicationId, long reportNumber, String line, Instant now) {
        jdbc.sql(
                        """
                        insert into intake.job (application_id, report_number, line, not_before)
                        values (:application, :report, :line, :now)
                        """)
                .param("application", applicationId)
                .param("report", reportNumber)
                .param("line", line)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Job> lease(Instant now, Instant until) {
        return jdbc.sql(
                        """
                        update intake.job job
                           set fence = fence + 1, attempts = attempts + 1, lease_until = :until
                         where (application_id, report_number) = (
                               select application_id, report_number
                                 from intake.job due
                                where due.not_before <= :now
                                  and (due.lease_until is null or due.lease_until < :now)
                                  and not exists (
                                      select from intake.job earlier
                                       where earlier.application_id = due.application_id
                                         and earlier.line = due.line
                                         and earlier.report_number < due.report_number)
                                order by due.not_before, due.application_id, due.report_number
                                limit 1
                                  for update skip locked)
                        returning application_id, report_number, fence, attempts
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query(Job.class)
                .optional();
    }

    /** Keeps the lease; does nothing while the job's own transaction holds its row. */
    void extend(Job job, Instant until) {
        jdbc.sql(
                        """
                        update intake.job set lease_until = :until
                         where (application_id, report_number) in (
                               select application_id, report_number from intake.job
                                where application_id = :application and report_number = :report
                                  and fence = :fence
                                  for update skip locked)
                        """)
                .param("until", Timestamp.from(until))
                .param("application", job.applicationId())
                .param("report", job.reportNumber())
                .param("fence", job.fence())
                .update();
    }

    /**
     * Ends the job in the transaction that did its work.
     *
     * @throws LeaseLost when a newer lease exists
     */
    void end(Job job) {
        int ended =
                jdbc.sql(
                                """
                                delete from intake.job
                                 where application_id = :application and report_number = :report
                                   and fence = :fence
                                """)
                        .param("application", job.applicationId())
                        .param("report", job.reportNumber())
                        .param("fence", job.fence())
                        .update();
        if (ended == 0) throw new LeaseLost(job);
    }

    /** Gives the job back for a later try. */
    void postpone(Job job, Instant notBefore) {
        jdbc.sql(
                        """
                        update intake.job set lease_until = null, not_before = :notBefore
                         where application_id = :application and report_number = :report
                           and fence = :fence
                        """)
                .param("notBefore", Timestamp.from(notBefore))
                .param("application", job.applicationId())
                .param("report", job.reportNumber())
                .param("fence", job.fence())
                .update();
    }
}
