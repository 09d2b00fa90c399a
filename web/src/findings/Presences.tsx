import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding } from '../api/findings';
import { severityStyle } from '../kit/Severity';

/** On which code lines the finding is, from run to run. */
export function Presences({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('presence')}</h2>
        <span className="n">{finding.presence.length}</span>
      </div>
      <table className="tbl fix pres">
        <colgroup>
          <col className="p-line" />
          <col />
          <col className="p-since" />
          <col className="p-until" />
        </colgroup>
        <tbody>
          {finding.presence.map((one) => (
            <tr key={one.line + one.fromRun}>
              <td className="mono cut" title={one.line}>{one.line}</td>
              <td className="d">
                <span className={one.toRun ? 'span gone' : `span ${severityStyle(finding.severity)}`} aria-hidden="true" />
              </td>
              <td className="t2 nw">
                {t('since')} <Link to={`/runs/${one.fromRun}`}>{one.fromRun}</Link>
              </td>
              <td className="t2 num">
                {one.toRun ? (
                  <>
                    {t('goneWith')} <Link to={`/runs/${one.toRun}`}>{one.toRun}</Link>
                  </>
                ) : (
                  t('still')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
