import './catalog.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApplication, type Application } from '../api/catalog';
import { useFindingCounts, type FindingStatus } from '../api/findings';
import { useDecisions } from '../api/gates';
import { useRuns, type Run } from '../api/runs';
import { useMay } from '../api/session';
import { useCrumbs } from '../kit/Crumbs';
import { Person } from '../kit/Person';
import { SEVERITIES, SeverityMark } from '../kit/Severity';
import { Failure, Loading } from '../kit/States';
import { number } from '../kit/time';
import { Time } from '../kit/Time';
import { VerdictMark, VerdictShape } from '../kit/Verdict';
import { ChangeApplication } from './ApplicationForm';

const OPEN: FindingStatus[] = ['OPEN', 'REOPENED'];
const KINDS = ['SAST', 'SCA', 'SECRETS', 'IAC', 'DAST'];

/** One application: its facts, what is open, what was decided, what looked at it. */
export function ApplicationPage() {
  const { t } = useTranslation('catalog');
  const { key = '' } = useParams();
  const application = useApplication(key);
  useCrumbs({ label: t('title'), to: '/applications' }, { label: application.data?.name ?? key });
  if (application.isPending) {
    return <Loading rows={10} />;
  }
  if (application.isError) {
    return <Failure error={application.error} retry={() => void application.refetch()} />;
  }
  return <Body application={application.data} />;
}

function Body({ application }: { application: Application }) {
  const { t } = useTranslation('catalog');
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const { key } = application;
  const decisions = useDecisions({ application: key, limit: 5 });
  const latest = decisions.data?.pages[0]?.items[0];
  return (
    <div className="page">
      <div className="head">
        <div>
          <h1>
            {application.name} <span className="t3 code-id">{key}</span>
          </h1>
          <div className="meta">
            <span>
              <span className="k">{t('tier')}</span> {t(`tiers.${application.tier}`)}
            </span>
            <span>
              <span className="k">{t('dataGrade')}</span> {t('grade', { grade: application.dataGrade })}
            </span>
            <span>
              <span className="k">{t('exposure')}</span> {t(`exposures.${application.exposure}`)}
            </span>
            <span>
              <span className="k">{t('department')}</span> {application.department.name}
            </span>
            <span>
              <span className="k">{t('entity')}</span> {application.entity.name}
            </span>
          </div>
        </div>
        <div className="acts">
          {may('APPLICATION_MANAGE') && (
            <button type="button" className="btn" onClick={() => setChanging(true)}>
              {t('change')}
            </button>
          )}
          {latest?.verdict === 'BLOCK' && (
            <Link className="btn pri" to={`/gates/decisions/${latest.id}`}>
              {t('whyBlocked')}
            </Link>
          )}
        </div>
      </div>
      <div className="cols home mt24">
        <div>
          {may('FINDING_READ') && <Findings application={key} />}
          {may('GATE_READ') && <Decisions application={key} />}
          {may('RUN_READ') && <Runs application={key} />}
        </div>
        <aside>
          <section>
            <div className="sect-h">
              <h3>{t('people')}</h3>
            </div>
            <ul className="plain">
              <li>
                {application.owner ? <Person name={application.owner.name} /> : <span className="t3">{t('noOwner')}</span>}
                <span className="rt t3">{t('owner')}</span>
              </li>
            </ul>
          </section>
          <section className="mt24">
            <div className="sect-h">
              <h3>{t('repository')}</h3>
            </div>
            <p className="mono mt8 breaksAll">{application.repository ?? '—'}</p>
          </section>
          {may('RUN_READ') && <Coverage application={key} />}
        </aside>
      </div>
      <ChangeApplication application={application} open={changing} onClose={() => setChanging(false)} />
    </div>
  );
}

function Findings({ application }: { application: string }) {
  const { t } = useTranslation('catalog');
  const counts = useFindingCounts({ application, status: OPEN });
  const base = `/findings?application=${application}`;
  return (
    <section>
      <div className="sect-h">
        <h2>{t('openFindings')}</h2>
        <span className="more">
          <Link to={base}>{counts.data ? t('allFindings', { shown: number(counts.data.total), count: counts.data.total }) : t('toFindings')}</Link>
        </span>
      </div>
      {counts.isError ? (
        <Failure error={counts.error} retry={() => void counts.refetch()} />
      ) : (
        <ul className="sevRow">
          {SEVERITIES.map((severity) => (
            <li key={severity}>
              <SeverityMark severity={severity} />
              <Link className="open figure" to={`${base}&severity=${severity}`}>
                {counts.data ? number(counts.data.bySeverity[severity] ?? 0) : '—'}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Decisions({ application }: { application: string }) {
  const { t } = useTranslation('catalog');
  const decisions = useDecisions({ application, limit: 5 });
  const rows = decisions.data?.pages[0]?.items ?? [];
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('decisions')}</h2>
        <span className="more">
          <Link to={`/gates/decisions?application=${application}`}>{t('allDecisions')}</Link>
        </span>
      </div>
      {decisions.isPending && <Loading rows={3} />}
      {decisions.isError && <Failure error={decisions.error} retry={() => void decisions.refetch()} />}
      {decisions.isSuccess && rows.length === 0 && <p className="t2 s13 mt8">{t('noDecisions')}</p>}
      {rows.length > 0 && (
        <table className="tbl fix a-dec">
          <colgroup>
            <col className="a-verdict" />
            <col className="a-stage" />
            <col />
            <col className="a-line" />
            <col className="a-policy" />
            <col className="a-time" />
          </colgroup>
          <tbody>
            {rows.slice(0, 5).map((row) => (
              <tr key={row.id}>
                <td>
                  <VerdictMark verdict={row.verdict} />
                </td>
                <td className="t2">{t(`kit:stage.${row.stage}`)}</td>
                <td className="cut">
                  <Link className="ink" to={`/gates/decisions/${row.id}`}>
                    {row.id}
                  </Link>{' '}
                  <span className="mono t3">{row.commit.slice(0, 7)}</span>
                </td>
                <td className="mono t2 cut d">{row.line}</td>
                <td className="t2 cut d">{`${row.policy} ${row.policyVersion}`}</td>
                <td className="num t3">
                  <Time at={row.decidedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Runs({ application }: { application: string }) {
  const { t } = useTranslation('catalog');
  const runs = useRuns(application);
  const rows: Run[] = runs.data?.pages[0]?.items ?? [];
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('runs')}</h2>
        <span className="more">
          <Link to={`/runs?application=${application}`}>{t('allRuns')}</Link>
        </span>
      </div>
      {runs.isSuccess && rows.length === 0 && <p className="t2 s13 mt8">{t('noRuns')}</p>}
      {rows.length > 0 && (
        <table className="tbl fix a-dec">
          <colgroup>
            <col className="a-verdict" />
            <col className="a-line" />
            <col />
            <col className="a-line" />
            <col className="a-time" />
          </colgroup>
          <tbody>
            {rows.slice(0, 5).map((row) => (
              <tr key={row.id}>
                <td>
                  <VerdictMark verdict={row.complete ? 'PASS' : 'WARN'} word={t(row.complete ? 'complete' : 'partial')} />
                </td>
                <td className="nw">
                  <Link className="ink" to={`/runs/${row.id}`}>
                    {row.id}
                  </Link>
                </td>
                <td className="t2 cut d">{`${row.tool} ${row.toolVersion ?? ''}`}</td>
                <td className="mono t2 cut d">{row.line}</td>
                <td className="num t3">
                  <Time at={row.mergedAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Which kinds of scan have looked at the application; silence is not a pass. */
function Coverage({ application }: { application: string }) {
  const { t } = useTranslation('catalog');
  const runs = useRuns(application);
  const rows = runs.data?.pages[0]?.items ?? [];
  if (!runs.isSuccess) {
    return null;
  }
  const newest = (kind: string) => rows.find((run) => run.kind === kind);
  return (
    <section className="mt24">
      <div className="sect-h">
        <h3>{t('coverage')}</h3>
        <span className="n">{`${KINDS.filter(newest).length} / ${KINDS.length}`}</span>
      </div>
      <ul className="plain">
        {KINDS.map((kind) => {
          const run = newest(kind);
          return (
            <li key={kind}>
              <VerdictShape verdict={run === undefined ? 'NO_DATA' : run.complete ? 'PASS' : 'WARN'} size={14} />
              <span className="grow">{t(`kinds.${kind}`)}</span>
              <span className="t3">{run ? <Time at={run.mergedAt} /> : t('neverRan')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
