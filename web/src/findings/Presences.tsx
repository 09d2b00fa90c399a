import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Finding } from '../api/findings';
import { useLines, useRuns } from '../api/runs';
import { useMay } from '../api/session';
import { severityStyle } from '../kit/Severity';
import { short } from '../kit/time';
import { seenBy } from './presence';

const SHOWN_RUNS = 12;
const SHOWN_LINES = 6;

/** On which code lines the finding is, from run to run. */
export function Presences({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const may = useMay();
  const lines = useLines(may('RUN_READ') ? finding.application : '');
  const [all, setAll] = useState(false);
  const present = [...new Set(finding.presence.map((one) => one.line))];
  const others = (lines.data?.items ?? []).map((one) => one.name).filter((one) => !present.includes(one));
  const names = [...present, ...others];
  const shown = all ? names : names.slice(0, Math.max(SHOWN_LINES, present.length));
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('presence')}</h2>
        <span className="n">{t('onLinesCount', { shown: present.length, count: present.length })}</span>
      </div>
      <table className="tbl fix pres">
        <colgroup>
          <col className="p-line" />
          <col />
          <col className="p-until" />
        </colgroup>
        <tbody>
          {shown.map((line) => (
            <OnLine key={line} finding={finding} line={line} kind={lines.data?.items.find((one) => one.name === line)?.kind} />
          ))}
        </tbody>
      </table>
      {shown.length < names.length && (
        <button type="button" className="link s13 mt8" onClick={() => setAll(true)}>
          {t('otherLines', { shown: names.length - shown.length, count: names.length - shown.length })}
        </button>
      )}
      <p className="s12 t3 mt8">{t('barsWhy', { tool: finding.tool })}</p>
    </section>
  );
}

function OnLine({ finding, line, kind }: { finding: Finding; line: string; kind: 'BRANCH' | 'RELEASE' | 'MERGE_REQUEST' | undefined }) {
  const { t } = useTranslation('findings');
  const may = useMay();
  const runs = useRuns(finding.application, line, may('RUN_READ'));
  const presence = finding.presence.filter((one) => one.line === line);
  const seen = seenBy(runs.data?.pages[0]?.items ?? [], presence, finding.tool).slice(-SHOWN_RUNS);
  const last = presence.at(-1);
  if (!last && seen.length === 0 && !runs.isPending) {
    // A line that this tool never looked at says nothing about the finding.
    return null;
  }
  return (
    <tr>
      <td className="cut" title={line}>
        <span className="mono">{line}</span> {kind && <span className="t3 s12">{t(`lineKind.${kind}`)}</span>}
      </td>
      <td>
        <ol className={`bars ${severityStyle(finding.severity)}`} aria-label={t('barsOf', { line })}>
          {seen.map(({ run, seen: one }) => (
            <li key={run.id} className={one}>
              <Link to={`/runs/${run.id}`} title={`${run.id} · ${short(run.mergedAt)} · ${t(`seen.${one}`)}`} aria-label={`${run.id}: ${t(`seen.${one}`)}`} />
            </li>
          ))}
        </ol>
      </td>
      <td className="t2 num">
        {!last ? (
          <span className="t3">{t('neverThere')}</span>
        ) : last.toRun ? (
          <>
            {t('goneWith')} <Link to={`/runs/${last.toRun}`}>{last.toRun}</Link>
          </>
        ) : (
          t('still')
        )}
      </td>
    </tr>
  );
}
