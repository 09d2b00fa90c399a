import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { countsOf, useRuns, type Run } from '../api/runs';
import { long, number } from '../kit/time';
import { VerdictShape } from '../kit/Verdict';
import { comparison, runBefore } from './before';
import { COUNTS } from './RunsPage';

/** What the run changed, and whether it may be compared with the one before it. */
export function Changed({ run }: { run: Run }) {
  const { t } = useTranslation('runs');
  const runs = useRuns(run.application, run.line);
  const before = runs.data ? runBefore(run, runs.data.pages[0]?.items ?? []) : undefined;
  const counts = countsOf(run);
  const most = Math.max(1, ...COUNTS.map((count) => counts[count]));
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('compared')}</h2>
        {before && (
          <span className="n">
            <Link to={`/runs/${before.id}`}>{t('comparedTo', { run: before.id, at: long(before.mergedAt) })}</Link>
          </span>
        )}
        <span className="more">
          <Link to={`/findings?application=${run.application}&line=${encodeURIComponent(run.line)}&tool=${encodeURIComponent(run.tool)}`}>{t('findings')}</Link>
        </span>
      </div>
      <Comparable run={run} before={before} />
      <table className="tbl fix delta">
        <colgroup>
          <col className="r-kind" />
          <col className="d-bar" />
          <col className="r-commit" />
          <col />
        </colgroup>
        <tbody>
          {COUNTS.map((count) => (
            <tr key={count}>
              <td>{t(`counts.${count}`)}</td>
              <td className="d" aria-hidden="true">
                <svg className={`dbarv ${count}`} width="120" height="8">
                  <rect width="120" height="8" rx="2" className="ground" />
                  <rect width={counts[count] === 0 ? 0 : Math.max(2, (counts[count] / most) * 120)} height="8" rx="2" className="part" />
                </svg>
              </td>
              <td className={counts[count] === 0 ? 'num t3' : 'num'}>{number(counts[count])}</td>
              <td className="t3 why">{t(`countsWhy.${count}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Comparable({ run, before }: { run: Run; before: Run | null | undefined }) {
  const { t } = useTranslation('runs');
  if (before === undefined) {
    return null;
  }
  const how = before === null ? 'noneBefore' : comparison(run, before);
  return (
    <p className="row gap8 s13 t2 mt8">
      <VerdictShape verdict={how === 'comparable' ? 'PASS' : how === 'noneBefore' ? 'NO_DATA' : 'WARN'} size={14} />
      <span>{t(how, { tool: run.tool, run: before?.id, before: before?.toolVersion || t('kit:unknown'), now: run.toolVersion || t('kit:unknown') })}</span>
    </p>
  );
}
