package dev.touchstone.server.matrix;

import static dev.touchstone.server.matrix.Probe.byId;
import static dev.touchstone.server.matrix.Probe.command;
import static dev.touchstone.server.matrix.Probe.list;
import static dev.touchstone.server.matrix.Probe.search;

import dev.touchstone.server.foundation.guard.Permission;
import dev.touchstone.server.matrix.Probe.Ask;
import dev.touchstone.server.matrix.Probe.Extent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How the operations of the foundation are asked. */
final class FoundationProbes {

    private static final String ENTITIES = "/api/v1/entities";
    private static final String DEPARTMENTS = "/api/v1/departments";
    private static final String PEOPLE = "/api/v1/people";
    private static final String TOKENS = "/api/v1/tokens";
    private static final String APPLICATIONS = "/api/v1/applications";
    private static final String APPROVALS = "/api/v1/approvals";
    private static final String LEDGER = "/api/v1/ledger";
    private static final String SESSION = "/api/v1/session";

    static final List<Probe> ALL =
            List.of(
                    byId("GET " + SESSION, Extent.EVERYONE, one -> Ask.of(SESSION)),
                    command("DELETE " + SESSION, Extent.EVERYONE, one -> Ask.of(SESSION)),
                    command(
                            "PUT " + SESSION + "/password",
                            Extent.EVERYONE,
                            one ->
                                    Ask.of(SESSION + "/password")
                                            .with("{'current':'x','next':'y'}")),
                    list(
                            "GET " + ENTITIES,
                            Extent.VISIBLE,
                            one -> Ask.of(ENTITIES),
                            Target::entityKey),
                    command(
                            "POST " + ENTITIES,
                            Extent.GROUP,
                            one -> Ask.of(ENTITIES).with("{'key':'AB','name':'x'}")),
                    list(
                            "GET " + DEPARTMENTS,
                            Extent.VISIBLE,
                            one -> Ask.of(DEPARTMENTS),
                            Target::departmentName),
                    search(
                            "GET " + DEPARTMENTS,
                            Extent.VISIBLE,
                            one -> Ask.of(DEPARTMENTS + "?entityId=%s", one.entity()),
                            Target::departmentName),
                    command(
                            "POST " + DEPARTMENTS,
                            Extent.ENTITY,
                            one ->
                                    Ask.of(DEPARTMENTS)
                                            .with(
                                                    "{'entityId':%s,'name':'%s'}",
                                                    one.entity(), one.unique("d"))),
                    list(
                            "GET " + PEOPLE,
                            Extent.DEPARTMENT,
                            one -> {
                                one.person();
                                return Ask.of(PEOPLE + "?limit=200");
                            },
                            Target::login),
                    search(
                            "GET " + PEOPLE,
                            Extent.DEPARTMENT,
                            one -> Ask.of(PEOPLE + "?q=%s&entityId=%s", one.login(), one.entity()),
                            Target::login),
                    byId(
                            "GET " + PEOPLE + "/{id}",
                            Extent.DEPARTMENT,
                            one -> Ask.of(PEOPLE + "/%s", one.person())),
                    command(
                            "POST " + PEOPLE,
                            Extent.ENTITY,
                            one ->
                                    Ask.of(PEOPLE)
                                            .with(
                                                    "{'entityId':%s,'login':'%s','name':'x'}",
                                                    one.entity(), one.unique("p"))),
                    command(
                            "POST " + PEOPLE + "/{id}/grants",
                            Extent.ENTITY,
                            one ->
                                    Ask.of(PEOPLE + "/%s/grants", one.person())
                                            .with(
                                                    "{'role':'MANAGER','scope':{'kind':'ENTITY','entityId':%s}}",
                                                    one.entity())),
                    command(
                            "DELETE " + PEOPLE + "/{id}/grants/{grantId}",
                            Extent.ENTITY,
                            one ->
                                    Ask.of(
                                            PEOPLE + "/%s/grants/%s",
                                            one.person(),
                                            one.freshGrant())),
                    command(
                            "DELETE " + PEOPLE + "/{id}",
                            Extent.ENTITY,
                            one -> Ask.of(PEOPLE + "/%s", one.leaver())),
                    command(
                            "POST " + PEOPLE + "/{id}/links",
                            Extent.ENTITY,
                            one -> Ask.of(PEOPLE + "/%s/links", one.person())),
                    list(
                            "GET " + TOKENS,
                            Extent.ENTITY,
                            one -> {
                                one.token();
                                return Ask.of(TOKENS + "?limit=200");
                            },
                            Target::tokenName),
                    command(
                            "POST " + TOKENS,
                            Extent.ENTITY,
                            one ->
                                    Ask.of(TOKENS)
                                            .with(
                                                    "{'entityId':%s,'name':'x','roles':['DEVELOPER'],'expiresAt':'%s'}",
                                                    one.entity(),
                                                    Instant.now().plus(9, ChronoUnit.DAYS))),
                    command(
                            "DELETE " + TOKENS + "/{id}",
                            Extent.ENTITY,
                            one -> Ask.of(TOKENS + "/%s", one.token())),
                    list(
                            "GET " + APPLICATIONS,
                            Extent.DEPARTMENT,
                            one -> Ask.of(APPLICATIONS),
                            Target::application),
                    search(
                            "GET " + APPLICATIONS,
                            Extent.DEPARTMENT,
                            one -> Ask.of(APPLICATIONS + "?q=%s", one.application()),
                            Target::application),
                    byId(
                            "GET " + APPLICATIONS + "/{key}",
                            Extent.DEPARTMENT,
                            one -> Ask.of(APPLICATIONS + "/%s", one.application())),
                    command(
                            "PATCH " + APPLICATIONS + "/{key}",
                            Extent.DEPARTMENT,
                            one ->
                                    Ask.of(APPLICATIONS + "/%s", one.application())
                                            .with("{'tier':1}")),
                    command(
                            "POST " + APPLICATIONS,
                            Extent.DEPARTMENT,
                            one ->
                                    Ask.of(APPLICATIONS)
                                            .with(
                                                    "{'key':'NEWONE','name':'x','departmentId':%s,'tier':1,'dataGrade':1,'exposure':'INTERNAL'}",
                                                    one.department())),
                    list(
                                    "GET " + APPROVALS,
                                    Extent.DEPARTMENT,
                                    one -> {
                                        one.approval();
                                        return Ask.of(APPROVALS + "?limit=200");
                                    },
                                    one -> one.application() + "-W-")
                            .behind(Permission.FINDING_DECIDE),
                    byId(
                                    "GET " + APPROVALS + "/{id}",
                                    Extent.DEPARTMENT,
                                    one -> Ask.of(APPROVALS + "/%s", one.approval()))
                            .behind(Permission.FINDING_DECIDE),
                    command(
                                    "POST " + APPROVALS + "/{id}/answers",
                                    Extent.DEPARTMENT,
                                    one ->
                                            Ask.of(APPROVALS + "/%s/answers", one.approval())
                                                    .with("{'approve':true,'reason':'x'}"))
                            .behind(Permission.FINDING_DECIDE),
                    // Withdrawing is for the requester alone: nobody here is.
                    command(
                                    "DELETE " + APPROVALS + "/{id}",
                                    Extent.GROUP,
                                    one -> Ask.of(APPROVALS + "/%s", one.approval()))
                            .behind(Permission.FINDING_DECIDE),
                    byId(
                            "GET " + LEDGER + "/entries/{sequence}",
                            Extent.ENTITY_FIRST,
                            one -> Ask.of(LEDGER + "/entries/%s", one.ledgerEntry())),
                    list(
                            "GET " + LEDGER + "/entries",
                            Extent.ENTITY_FIRST,
                            one -> Ask.of(LEDGER + "/entries?limit=200"),
                            one -> "\"sequence\":" + one.ledgerEntry() + ","),
                    byId(
                            "GET " + LEDGER + "/head",
                            Extent.EVERYONE,
                            one -> Ask.of(LEDGER + "/head")),
                    byId(
                            "GET " + LEDGER + "/keys",
                            Extent.EVERYONE,
                            one -> Ask.of(LEDGER + "/keys")),
                    byId(
                            "GET " + LEDGER + "/anchors",
                            Extent.EVERYONE,
                            one -> Ask.of(LEDGER + "/anchors")),
                    command(
                            "POST " + LEDGER + "/anchors",
                            Extent.EVERYONE,
                            one -> Ask.of(LEDGER + "/anchors")),
                    command(
                            "POST " + LEDGER + "/verifications",
                            Extent.EVERYONE,
                            one -> Ask.of(LEDGER + "/verifications").with("{}")),
                    // A verification has an id that cannot be guessed, and no place.
                    command(
                            "GET " + LEDGER + "/verifications/{id}",
                            Extent.NOTHING_THERE,
                            one -> Ask.of(LEDGER + "/verifications/neverwas")));

    private FoundationProbes() {}
}
