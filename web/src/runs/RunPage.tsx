import './runs.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useApplication } from '../api/catalog';
import { useReport } from '../api/reports';
import { useRun, type Run } from '../api/runs';
import { useMay } from '../api/session';
import { useCrumbs } from '../kit/Crumbs';
import { Failure, Loading } from '../kit/States';
import { Time } from '../kit/Time';
import { VerdictMark } from '../kit/Verdict';
import { Changed } from './Changed';
import { Looked } from './Looked';
import { RunSide } from './RunSide';

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
  const may = useMay();
  const report = useReport(run.report, may('REPORT_READ'));
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
        {!run.complete && (
          <section className="box mt20">
            <h2>{t('partialTitle')}</h2>
            <p className="t2 s13 mt4 readable">{t('partialWhy')}</p>
            <ol className="do mt12">
              {(['look', 'again'] as const).map((step) => (
                <li key={step}>
                  <b>{t(`partialDo.${step}`)}</b>
                  <p className="s13 t2">{t(`partialDoWhy.${step}`)}</p>
                </li>
              ))}
            </ol>
          </section>
        )}
        <Looked run={run} report={report.data} />
        <Changed run={run} />
      </div>
      <RunSide run={run} report={report.data} />
    </div>
  );
}
