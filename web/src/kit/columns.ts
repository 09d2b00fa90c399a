/** A column that a list can show; what is fixed is always there. */
export interface Column<Name extends string = string> {
  name: Name;
  /** Shown unless the address says otherwise. */
  usual: boolean;
  fixed?: boolean;
}

/** The columns that the address asks for, in the order of the list; without it the usual ones. */
export function shownColumns<Name extends string>(columns: readonly Column<Name>[], asked: readonly string[]): Name[] {
  const known = asked.filter((one) => columns.some((column) => column.name === one));
  return columns.filter((column) => column.fixed || (known.length > 0 ? known.includes(column.name) : column.usual)).map((column) => column.name);
}

/** What the address says for a choice of columns: nothing when they are the usual ones. */
export function columnsInAddress<Name extends string>(columns: readonly Column<Name>[], shown: readonly string[]): string[] | null {
  const usual = columns.filter((column) => !column.fixed && column.usual).map((column) => column.name as string);
  const asked = columns.filter((column) => !column.fixed && shown.includes(column.name)).map((column) => column.name as string);
  return usual.length === asked.length && usual.every((one) => asked.includes(one)) ? null : asked;
}
