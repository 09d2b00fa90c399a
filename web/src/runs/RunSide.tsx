import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDecisions } from '../api/gates';
import { rawReport, type Report } from '../api/reports';
import type { Run } from '../api/runs';
import { useMay } from '../api/session';
import { Digest } from '../kit/Digest';
import { Icon } from '../kit/Icon';
import { bytes } from '../kit/time';
import { Time } from '../kit/Time';
import { VerdictMark } from '../kit/Verdict';

/** Beside a run: the report as it was sent, the tool and its rules, and who decided by it. */
export function RunSide({ run, report }: { run: Run; report: Report | undefined }) {
  const { t } = useTranslation('runs');
  const may = useMay();
  const others = report?.runs.filter((one) => one.id !== run.id) ?? [];
  return (
    <aside className="side">
      <section>
        <h3>{t('report')}</h3>
        {report ? (
          <>
            <p className="mono breaks">{report.fileName ?? report.id}</p>
            <p className="t2">
              {report.format ?? t('kit:unknown')} · {bytes(report.size)}
            </p>
            <dl className="kv mt8">
              <dt>{'SHA-256'}</dt>
              <dd>
                <Digest value={report.sha256} />
              </dd>
              <dt>{t('received')}</dt>
              <dd>
                <Time at={report.receivedAt} form="long" />
              </dd>
              <dt>{t('sentBy')}</dt>
              <dd>{report.sentBy}</dd>
              <dt>{t('readState')}</dt>
              <dd>{t(`states.${report.state}`)}</dd>
            </dl>
          </>
        ) : (
          <p>{run.report}</p>
        )}
        {may('REPORT_READ') && (
          <p className="mt12">
            <a className="btn sm" href={rawReport(run.report)} download>
              <Icon name="download" size={14} />
              {t('download')}
            </a>
          </p>
        )}
        {others.length > 0 && (
          <>
            <p className="s12 t3 mt12">{t('sameReport')}</p>
            <ul>
              {others.map((one) => (
                <li key={one.id}>
                  <Link to={`/runs/${one.id}`}>{one.id}</Link> <span className="t2">{t(`kinds.${one.kind}`, one.kind)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section>
        <h3>{t('tool')}</h3>
        <dl className="kv">
          <dt>{t('tool')}</dt>
          <dd>{run.tool}</dd>
          <dt>{t('version')}</dt>
          <dd>{run.toolVersion || '—'}</dd>
          <dt>{t('ruleDigest')}</dt>
          <dd>
            <Digest value={run.ruleDigest} />
          </dd>
          <dt>{t('startedAt')}</dt>
          <dd>
            <Time at={run.startedAt} form="long" />
          </dd>
        </dl>
        <p className="s12 t3 mt8">{t('digestWhy')}</p>
      </section>
      {may('GATE_READ') && <UsedBy run={run} />}
      {may('LEDGER_READ') && (
        <section>
          <h3>{t('entry')}</h3>
          <Link className="row gap4" to={`/ledger?q=${run.id}`}>
            <Icon name="chain" size={12} />
            {run.id}
          </Link>
        </section>
      )}
    </aside>
  );
}

function UsedBy({ run }: { run: Run }) {
  const { t } = useTranslation('runs');
  const decisions = useDecisions({ application: run.application, commit: run.commit, limit: 10 });
  const rows = decisions.data?.pages[0]?.items ?? [];
  return (
    <section>
      <h3>{t('usedBy')}</h3>
      {decisions.isSuccess && rows.length === 0 && <p className="t2">{t('notUsed')}</p>}
      <ul className="plain">
        {rows.map((row) => (
          <li key={row.id}>
            <Link className="grow" to={`/gates/decisions/${row.id}`}>
              {row.id}
            </Link>
            <span className="t2">{t(`kit:stage.${row.stage}`)}</span>
            <VerdictMark verdict={row.verdict} />
          </li>
        ))}
      </ul>
    </section>
  );
}
