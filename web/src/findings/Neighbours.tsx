import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNeighbours, type Finding } from '../api/findings';
import { file } from '../kit/Code';
import { SeverityMark } from '../kit/Severity';
import { StatusMark } from '../kit/Status';

const SHOWN = 5;

/** Open findings of the same rule, in every application that the caller sees. */
export function Neighbours({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const neighbours = useNeighbours(finding.tool, finding.rule);
  const rows = (neighbours.data?.items ?? []).filter((row) => row.id !== finding.id).slice(0, SHOWN);
  if (!neighbours.data) {
    return null;
  }
  const all = `/findings?rule=${encodeURIComponent(finding.rule)}&tool=${encodeURIComponent(finding.tool)}`;
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('sameRule')}</h2>
        {rows.length > 0 && (
          <span className="more">
            <Link to={all}>{t('allOfRule')}</Link>
          </span>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="t2 s13 mt8">{t('noneOfRule')}</p>
      ) : (
        <table className="tbl fix fnd neigh">
          <colgroup>
            <col className="c-severity" />
            <col />
            <col className="c-application" />
            <col className="c-place" />
            <col className="c-status" />
          </colgroup>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <SeverityMark severity={row.severity} />
                </td>
                <td className="cut nm">
                  <Link className="ink" to={`/findings/${row.id}`} title={row.title}>
                    {row.title}
                  </Link>
                </td>
                <td className="t2 cut d">{row.application}</td>
                <td className="t2 mono cut" title={row.path}>
                  {file(row.path, row.line)}
                </td>
                <td>
                  <StatusMark status={row.status} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
