import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding } from '../api/findings';
import { useRunsByIds } from '../api/runs';
import { useMay } from '../api/session';
import { Time } from '../kit/Time';

const SHOWN = 20;

/** What happened to the finding, newest first: where each run found it, and which run no longer did. */
export function History({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const may = useMay();
  const moments = finding.presence.flatMap((one) => [
    { run: one.fromRun, line: one.line, what: 'appeared' as const },
    ...(one.toRun ? [{ run: one.toRun, line: one.line, what: 'left' as const }] : []),
  ]);
  const ids = [...new Set(moments.map((one) => one.run))].slice(0, SHOWN);
  const runs = useRunsByIds(may('RUN_READ') ? ids : []);
  const rows = moments
    .map((moment) => ({ ...moment, at: runs.get(moment.run) }))
    .filter((row) => row.at !== undefined)
    .sort((one, other) => (other.at?.mergedAt ?? '').localeCompare(one.at?.mergedAt ?? '') || (one.what === 'left' ? -1 : 1));
  if (rows.length === 0) {
    return null;
  }
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('history')}</h2>
        <span className="n">{rows.length}</span>
      </div>
      <table className="tbl fix hist">
        <colgroup>
          <col className="h-time" />
          <col className="h-kind" />
          <col />
        </colgroup>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.what}${row.run}${row.line}`}>
              <td className="t2 nw">
                <Time at={row.at?.mergedAt} form="long" />
              </td>
              <td className="t2">{t(`moment.${row.what}`)}</td>
              <td>
                {t('momentOn')} <span className="mono">{row.line}</span>
                {t('comma')}
                <Link to={`/runs/${row.run}`}>{row.run}</Link>
                {t('comma')}
                <span className="t2">
                  {t('commit')} <span className="mono">{row.at?.commit.slice(0, 7)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
