import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FindingRow, FindingSort } from '../api/findings';
import { useDensity } from '../kit/ColumnMenu';
import { file } from '../kit/Code';
import { Mark } from '../kit/SelectionBar';
import { SeverityMark } from '../kit/Severity';
import { SortHead } from '../kit/SortHead';
import { StatusMark } from '../kit/Status';
import { Time } from '../kit/Time';
import { RISING, SORT_BY, type FindingColumn } from './filters';

interface Props {
  rows: FindingRow[];
  columns: readonly FindingColumn[];
  sort: FindingSort;
  onSort: (sort: FindingSort) => void;
  chosen: string;
  onChoose: (id: string) => void;
  marked: ReadonlySet<string>;
  onMark: (id: string, range: boolean) => void;
  onMarkAll: () => void;
}

/** More of them do not fit beside the facets: the table then scrolls sideways. */
const MOST_COLUMNS = 7;

/** The rows of the list: one line each, the title is cut last. */
export function FindingsTable({ rows, columns, sort, onSort, chosen, onChoose, marked, onMark, onMarkAll }: Props) {
  const { t } = useTranslation('findings');
  const [density] = useDensity();
  const many = columns.length > MOST_COLUMNS;
  return (
    <div className={many ? 'manyColumns' : undefined} tabIndex={many ? 0 : undefined}>
      <table className={`tbl fix edge fnd ${density}`}>
        <colgroup>
          <col className="c-mark" />
          {columns.map((column) => (
            <col key={column} className={`c-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <Mark on={marked.size === rows.length} some={marked.size > 0 && marked.size < rows.length} label={t('markAll')} onChange={onMarkAll} />
            </th>
            {columns.map((column) => (
              <SortHead key={column} sorts={SORT_BY[column]} rising={RISING} sort={sort} onSort={onSort}>
                {t(column === 'severity' ? 'grade' : column)}
              </SortHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-row={row.id} className={`${row.id === chosen ? 'on' : ''}${marked.has(row.id) ? ' marked' : ''}`} onClick={() => onChoose(row.id)}>
              <td className="mk">
                <Mark on={marked.has(row.id)} label={t('markOne', { id: row.id })} onChange={(range) => onMark(row.id, range)} />
              </td>
              {columns.map((column) => (
                <Cell key={column} row={row} column={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, column }: { row: FindingRow; column: FindingColumn }) {
  const [style, content, whole] = cell(row, column);
  return (
    <td className={style} title={whole}>
      {content}
    </td>
  );
}

function cell(row: FindingRow, column: FindingColumn): [string, ReactNode, string?] {
  switch (column) {
    case 'severity':
      return ['sv', <SeverityMark severity={row.severity} key="s" />];
    case 'finding':
      return [
        'cut nm',
        <Link key="l" className="ink" to={`/findings/${row.id}`} title={row.title} onClick={(event) => event.stopPropagation()}>
          {row.title}
        </Link>,
      ];
    case 'id':
      return ['t2 nw d', row.id];
    case 'application':
      return ['cut t2 d', row.application];
    case 'place':
      return ['cut t2 mono pl', file(row.path, row.line), row.line > 0 ? `${row.path}:${row.line}` : row.path];
    case 'rule':
      return ['cut t2 d', row.rule, row.rule];
    case 'tool':
      return ['cut t2 d', row.tool];
    case 'weakness':
      return ['cut t2 d', row.cwes.map((cwe) => `CWE-${cwe}`).join(' ') || '—'];
    case 'onLines':
      return ['cut t2 mono d', row.lines.join(', '), row.lines.join(', ')];
    case 'status':
      return ['d', <StatusMark status={row.status} key="s" />];
    case 'firstSeen':
      return ['t2 nw se', <Time at={row.firstSeen} key="t" />];
  }
}
