import './runs.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApplication } from '../api/catalog';
import { countsOf, rawReport, useRun, type Run } from '../api/runs';
import { useSession } from '../api/session';
import { useCrumbs } from '../kit/Crumbs';
import { Digest } from '../kit/Digest';
import { Icon } from '../kit/Icon';
import { Failure, Loading } from '../kit/States';
import { number } from '../kit/time';
import { Time } from '../kit/Time';
import { VerdictMark } from '../kit/Verdict';
import { COUNTS } from './RunsPage';

/** One run: what it looked at, how complete, what it changed. */
export function RunPage() {
  const { t } = useTranslation('runs');
  const { id = '' } = useParams();
  const run = useRun(id);
  useCrumbs({ label: t('station') }, { label: t('title'), to: run.data ? `/runs?application=${run.data.application}` : '/runs' }, { label: id });
  if (run.isPending) {
    return <Loading rows={8} />;
  }
  if (run.isError) {
    return <Failure error={run.error} retry={() => void run.refetch()} />;
  }
  return <Body run={run.data} />;
}

function Body({ run }: { run: Run }) {
  const { t } = useTranslation('runs');
  const application = useApplication(run.application);
  const session = useSession();
  const everything = run.scope === null || run.scope === undefined || JSON.stringify(run.scope) === '{}';
  return (
    <div className="obj">
      <div className="objm">
        <p className="row gap12 wrap">
          <VerdictMark verdict={run.complete ? 'PASS' : 'WARN'} word={t(run.complete ? 'complete' : 'partial')} badge />
          <span className="t2">
            {t('title')} · <span className="mono">{run.id}</span>
          </span>
        </p>
        <h1 className="mt8">
          {t(`kinds.${run.kind}`, run.kind)} · {run.line}
        </h1>
        <div className="meta">
          <Link to={`/applications/${run.application}`}>{application.data?.name ?? run.application}</Link>
          <span>
            <span className="k">{t('commit')}</span>{' '}
            <span className="mono" title={run.commit}>
              {run.commit.slice(0, 12)}
            </span>
          </span>
          <span>
            <Time at={run.mergedAt} form="long" />
          </span>
        </div>
        {!run.complete && <p className="note warn mt16">{t('partialWhy')}</p>}
        <section className="mt24">
          <div className="sect-h">
            <h2>{t('changedWhat')}</h2>
            <span className="more">
              <Link to={`/findings?application=${run.application}&line=${encodeURIComponent(run.line)}`}>{t('findings')}</Link>
            </span>
          </div>
          <table className="tbl fix">
            <colgroup>
              <col className="r-kind" />
              <col className="r-commit" />
              <col />
            </colgroup>
            <tbody>
              {COUNTS.map((count) => (
                <tr key={count}>
                  <td>{t(`counts.${count}`)}</td>
                  <td className="num">{number(countsOf(run)[count])}</td>
                  <td className="t3 why">{t(`countsWhy.${count}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <aside className="side">
        <section>
          <h3>{t('report')}</h3>
          <p>{run.report}</p>
          {session.data?.permissions.includes('REPORT_READ') && (
            <p className="mt8">
              <a className="btn sm" href={rawReport(run.report)} download>
                <Icon name="download" size={14} />
                {t('download')}
              </a>
            </p>
          )}
        </section>
        <section>
          <h3>{t('tool')}</h3>
          <dl className="kv">
            <dt>{t('tool')}</dt>
            <dd>
              {run.tool} {run.toolVersion}
            </dd>
            <dt>{t('ruleDigest')}</dt>
            <dd>
              <Digest value={run.ruleDigest} />
            </dd>
            <dt>{t('scope')}</dt>
            <dd className={everything ? '' : 'mono'}>{everything ? t('scopeAll') : typeof run.scope === 'string' ? run.scope : JSON.stringify(run.scope)}</dd>
            <dt>{t('startedAt')}</dt>
            <dd>
              <Time at={run.startedAt} form="long" />
            </dd>
          </dl>
          <p className="s12 t3 mt8">{t('digestWhy')}</p>
        </section>
      </aside>
    </div>
  );
}
