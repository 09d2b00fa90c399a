import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FindingRow } from '../api/findings';
import { file } from '../kit/Code';
import { SeverityMark } from '../kit/Severity';
import { StatusMark } from '../kit/Status';
import { Time } from '../kit/Time';

interface Props {
  rows: FindingRow[];
  chosen: string;
  onChoose: (id: string) => void;
  showApplication: boolean;
  /** Leaves out what the preview beside the list says. */
  narrow: boolean;
}

/** The rows of the list: one line each, the title is cut last. */
export function FindingsTable({ rows, chosen, onChoose, showApplication, narrow }: Props) {
  const { t } = useTranslation('findings');
  return (
    <table className="tbl fix edge dense fnd">
      <colgroup>
        <col className="c-sev" />
        <col />
        {showApplication && <col className="c-app" />}
        {!narrow && <col className="c-place" />}
        <col className="c-status" />
        <col className="c-seen" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('grade')}</th>
          <th scope="col">{t('finding')}</th>
          {showApplication && <th scope="col">{t('application')}</th>}
          {!narrow && <th scope="col">{t('place')}</th>}
          <th scope="col">{t('status')}</th>
          <th scope="col">{t('firstSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row={row.id} className={row.id === chosen ? 'on' : ''} aria-selected={row.id === chosen} onClick={() => onChoose(row.id)}>
            <td>
              <SeverityMark severity={row.severity} />
            </td>
            <td className="cut nm">
              <Link className="ink" to={`/findings/${row.id}`} title={row.title} onClick={(event) => event.stopPropagation()}>
                {row.title}
              </Link>
            </td>
            {showApplication && <td className="cut t2 d">{row.application}</td>}
            {!narrow && (
              <td className="cut t2 mono" title={`${row.path}:${row.line}`}>
                {file(row.path, row.line)}
              </td>
            )}
            <td className="d">
              <StatusMark status={row.status} />
            </td>
            <td className="t2 nw">
              <Time at={row.firstSeen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
