import type { ReactNode } from 'react';
import { Icon } from './Icon';

interface Props<Sort extends string> {
  children: ReactNode;
  /** The sorts of this column, the first one first; without any the column does not sort. */
  sorts?: readonly Sort[] | undefined;
  /** Those of them that run upwards. */
  rising?: readonly Sort[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  className?: string | undefined;
}

/** The head of a column; it sorts only where the server has an index for it. */
export function SortHead<Sort extends string>({ children, sorts = [], rising = [], sort, onSort, className }: Props<Sort>) {
  const at = sorts.indexOf(sort);
  const first = sorts[0];
  if (first === undefined) {
    return (
      <th scope="col" className={className}>
        {children}
      </th>
    );
  }
  const up = rising.includes(sort);
  return (
    <th scope="col" className={className} aria-sort={at < 0 ? 'none' : up ? 'ascending' : 'descending'}>
      <button type="button" className={at < 0 ? 'sortBy' : 'sortBy on'} onClick={() => onSort(sorts[(at + 1) % sorts.length] ?? first)}>
        {children}
        <Icon name={at >= 0 && up ? 'up' : 'down'} size={12} />
      </button>
    </th>
  );
}
