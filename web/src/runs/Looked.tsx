import { useTranslation } from 'react-i18next';
import type { Report } from '../api/reports';
import { scopeOf, type Run } from '../api/runs';
import { bytes, number } from '../kit/time';
import { VerdictMark } from '../kit/Verdict';

interface Row {
  key: string;
  verdict: 'PASS' | 'WARN' | 'NO_DATA';
  word: string;
  what: string;
  why: string;
}

/** What the run looked at and what it did not; a clean result covers no more than that. */
export function Looked({ run, report }: { run: Run; report: Report | undefined }) {
  const { t } = useTranslation('runs');
  const scope = scopeOf(run);
  const rows: Row[] = [
    { key: 'scope', verdict: run.complete ? 'PASS' : 'WARN', word: t(run.complete ? 'complete' : 'partial'), what: t('row.scope'), why: scope || t('scopeWhole') },
    { key: 'history', verdict: run.history ? 'PASS' : 'NO_DATA', word: t(run.history ? 'kit:verdict.PASS' : 'kit:verdict.NO_DATA'), what: t('row.history'), why: t(run.history ? 'historyYes' : 'historyNo') },
  ];
  if (report) {
    const clean = report.faults.length === 0;
    rows.push({ key: 'read', verdict: clean ? 'PASS' : 'WARN', word: t(`states.${report.state}`), what: t('row.read'), why: clean ? t('readAll', { size: bytes(report.size) }) : t('readFaults', { shown: number(report.faults.length), count: report.faults.length }) });
  }
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('looked')}</h2>
        <span className="n">{t('lookedWhy')}</span>
      </div>
      <table className="tbl fix looked">
        <colgroup>
          <col className="r-state" />
          <col className="l-what" />
          <col />
        </colgroup>
        <tbody>
          {rows
            // Only secrets scans look through the history: for the others its absence is no gap.
            .filter((row) => row.key !== 'history' || run.history || run.kind === 'SECRETS')
            .map((row) => (
              <tr key={row.key}>
                <td>
                  <VerdictMark verdict={row.verdict} word={row.word} />
                </td>
                <td>{row.what}</td>
                <td className="t2 breaks">{row.why}</td>
              </tr>
            ))}
          {report?.faults.map((fault) => (
            <tr key={`${fault.place}${fault.message}`}>
              <td>
                <VerdictMark verdict={fault.level === 'ERROR' ? 'NO_DATA' : 'WARN'} word={t(`level.${fault.level}`)} />
              </td>
              <td className="mono breaks">{fault.place}</td>
              <td className="t2 breaks">{fault.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report?.bill && <p className="s13 t2 mt8">{t('bill', { shown: number(report.bill.components), format: report.bill.format })}</p>}
    </section>
  );
}
