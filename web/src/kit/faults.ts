import type { Refused } from './States';

/** What the server says about one field of what was sent; undefined when it says nothing about it. */
export function faultAt(error: unknown, ...fields: string[]): string | undefined {
  const faults = (error as Refused | null | undefined)?.faults;
  return faults?.find((fault) => fields.includes(fault.place))?.message;
}
