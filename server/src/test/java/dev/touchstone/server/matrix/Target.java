package dev.touchstone.server.matrix;

import dev.touchstone.server.foundation.catalog.Application;
import dev.touchstone.server.foundation.guard.Caller;
import dev.touchstone.server.foundation.guard.Role;
import dev.touchstone.server.scene.Scene;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The things at one place that requests can name; what a request uses up is made anew each time.
 */
class Target {

    static final long NEVER_WAS = 987_654_321L;
    static final String COMMIT = "c".repeat(40);

    private final Place place;
    private final Scene scene;
    private final JdbcClient jdbc;
    private final Requests requests;
    private long person;
    private String decision = "";
    private String report = "";
    private String run = "";
    private String finding = "";

    Target(Place place, Scene scene, JdbcClient jdbc, Requests requests) {
        this.requests = requests;
        this.place = place;
        this.scene = scene;
        this.jdbc = jdbc;
    }

    Place place() {
        return place;
    }

    String application() {
        return switch (place) {
            case OWN -> "MBANK";
            case OTHER_DEPARTMENT -> "UPAY";
            case OTHER_ENTITY -> "WEALTH";
            case NOWHERE -> "NEVERWAS";
        };
    }

    long entity() {
        return switch (place) {
            case OWN, OTHER_DEPARTMENT -> scene.bank();
            case OTHER_ENTITY -> scene.wealth();
            case NOWHERE -> NEVER_WAS;
        };
    }

    long department() {
        return switch (place) {
            case OWN -> scene.eBanking();
            case OTHER_DEPARTMENT -> scene.payments();
            case OTHER_ENTITY -> scene.funds();
            case NOWHERE -> NEVER_WAS;
        };
    }

    String departmentName() {
        return switch (place) {
            case OWN -> "电子银行";
            case OTHER_DEPARTMENT -> "支付";
            case OTHER_ENTITY -> "理财";
            case NOWHERE -> "nowhere";
        };
    }

    String entityKey() {
        return jdbc.sql("select key from access.entity where id = :id")
                .param("id", entity())
                .query(String.class)
                .optional()
                .orElse("NEVERWAS");
    }

    /** Somebody without a role. */
    long person() {
        if (place == Place.NOWHERE) {
            return NEVER_WAS;
        }
        if (person == 0) {
            person = newPerson();
        }
        return person;
    }

    /** Somebody who is there for one request only. */
    long leaver() {
        return place == Place.NOWHERE ? NEVER_WAS : newPerson();
    }

    private long newPerson() {
        return jdbc.sql(
                        """
                                    insert into access.person (entity_id, department_id, kind, login, name, created_at)
                                    values (:entity, :department, 'BUSINESS', :login, '某人', now())
                                    returning id
                                    """)
                .param("entity", entity())
                .param("department", department())
                .param("login", unique("somebody."))
                .query(Long.class)
                .single();
    }

    String login() {
        return jdbc.sql("select login from access.person where id = :id")
                .param("id", person())
                .query(String.class)
                .optional()
                .orElse("neverwas");
    }

    /** A grant of {@link #person}, made for this one request. */
    long freshGrant() {
        if (place == Place.NOWHERE) {
            return NEVER_WAS;
        }
        return jdbc.sql(
                        """
                        insert into access.role_grant (person_id, kind, role, scope, entity_id, department_id, created_at)
                        values (:person, 'BUSINESS', 'ASSESSOR', 'DEPARTMENT', :entity, :department, now())
                        on conflict (person_id, token_id, role, scope, entity_id, department_id, application_id)
                        do update set created_at = now()
                        returning id
                        """)
                .param("person", person())
                .param("entity", entity())
                .param("department", department())
                .query(Long.class)
                .single();
    }

    long token() {
        if (place == Place.NOWHERE) {
            return NEVER_WAS;
        }
        scene.token(application(), Role.DEVELOPER, Instant.now());
        return jdbc.sql(
                        "select max(id) from access.token where entity_id = :entity and name = :name")
                .param("entity", entity())
                .param("name", tokenName())
                .query(Long.class)
                .single();
    }

    String tokenName() {
        return "ci-" + application();
    }

    long approval() {
        if (place == Place.NOWHERE) {
            return NEVER_WAS;
        }
        Application application = scene.application(application());
        return jdbc.sql(
                        """
                        insert into approvals.approval (entity_id, department_path, application_id, kind, subject, permission,
                                                        requester_id, requester, reason, requested_at, answer_due,
                                                        expires_at, state)
                        values (:entity, :path, :application, 'WAIVER', :subject, 'FINDING_DECIDE', 0, 'somebody', 'x', now(),
                                now() + interval '1 day', now() + interval '9 days', 'WAITING')
                        returning id
                        """)
                .param("entity", application.entityId())
                .param("path", application.departmentPath().toArray(Long[]::new))
                .param("application", application.id())
                .param("subject", application() + "-W-" + UUID.randomUUID())
                .query(Long.class)
                .single();
    }

    /** The newest ledger entry of the legal entity. */
    long ledgerEntry() {
        return jdbc.sql(
                        "select coalesce(max(sequence), :never) from ledger.entry where entity_id = :entity")
                .param("never", NEVER_WAS)
                .param("entity", entity())
                .query(Long.class)
                .single();
    }

    /** A gate decision about {@link #COMMIT}, asked for by the security engineer there. */
    String decision() {
        if (place == Place.NOWHERE) {
            return application() + "-D-7";
        }
        if (decision.isEmpty()) {
            var made =
                    requests.as(
                            security(),
                            "POST",
                            Probe.Ask.of("/api/v1/gates/decisions")
                                    .with(
                                            "{'application':'%s','stage':'BUILD','commit':'%s'}",
                                            application(), COMMIT));
            decision = made.json().path("id").asString();
        }
        return decision;
    }

    /** Form and file of an upload; each place has a finding with a path of its own. */
    Probe.Ask upload(String query) {
        return Probe.Ask.of("/api/v1/reports" + query)
                .upload(
                        "{'application':'%s','line':'main','lineKind':'BRANCH','commit':'%s','complete':true}"
                                .formatted(application(), COMMIT),
                        """
                        {'version':'2.1.0','runs':[{'tool':{'driver':{'name':'T','rules':[{'id':'R'}]}},'results':[
                        {'ruleId':'R','level':'error','message':{'text':'weak'},'locations':[{'physicalLocation':
                        {'artifactLocation':{'uri':'%s'},'region':{'startLine':3}}}]}]}]}"""
                                .formatted(path()));
    }

    /** Path of the one finding there. */
    String path() {
        return "src/" + application() + "/Thing.java";
    }

    String report() {
        scan();
        return place == Place.NOWHERE ? application() + "-U-7" : report;
    }

    String run() {
        scan();
        return place == Place.NOWHERE ? application() + "-R-7" : run;
    }

    String finding() {
        scan();
        return place == Place.NOWHERE ? application() + "-F-7" : finding;
    }

    private void scan() {
        if (place == Place.NOWHERE || !report.isEmpty()) {
            return;
        }
        var receipt = requests.as(security(), "POST", upload("?wait=60")).json();
        report = receipt.path("id").asString();
        run = receipt.path("run").asString();
        finding =
                requests.as(
                                security(),
                                "GET",
                                Probe.Ask.of("/api/v1/findings?application=%s", application()))
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
    }

    private Caller security() {
        return switch (place) {
            case OWN -> scene.caller(Role.SECURITY);
            case OTHER_DEPARTMENT -> scene.neighbour(Role.SECURITY);
            case OTHER_ENTITY -> scene.foreigner(Role.SECURITY);
            case NOWHERE -> throw new IllegalStateException("nobody is nowhere");
        };
    }

    String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 8);
    }
}
