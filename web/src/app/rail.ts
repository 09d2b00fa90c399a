import type { Permission } from '../api/session';
import type { IconName } from '../kit/Icon';

export interface Leaf {
  /** Key of its word in the texts, and of its address. */
  name: string;
  to: string;
  needs: Permission;
}

export interface Station {
  name: string;
  leaves: Leaf[];
}

/** The stations of the assurance loop that have a module behind them. */
export const STATIONS: Station[] = [
  { name: 'scan', leaves: [{ name: 'runs', to: '/runs', needs: 'RUN_READ' }] },
  { name: 'find', leaves: [{ name: 'findings', to: '/findings', needs: 'FINDING_READ' }] },
  { name: 'gate', leaves: [{ name: 'decisions', to: '/gates/decisions', needs: 'GATE_READ' }, { name: 'policies', to: '/gates/policies', needs: 'POLICY_READ' }] },
  { name: 'prove', leaves: [{ name: 'ledger', to: '/ledger', needs: 'LEDGER_READ' }] },
];

export const TOP: (Leaf & { icon: IconName })[] = [{ name: 'applications', to: '/applications', needs: 'APPLICATION_READ', icon: 'applications' }];

export const ADMINISTRATION: Leaf[] = [
  { name: 'people', to: '/admin/people', needs: 'DIRECTORY_READ' },
  { name: 'roles', to: '/admin/roles', needs: 'DIRECTORY_READ' },
  { name: 'tokens', to: '/admin/tokens', needs: 'TOKEN_MANAGE' },
  { name: 'packs', to: '/admin/packs', needs: 'PACK_MANAGE' },
];

/** What the caller may open; a station without an open leaf is not shown. */
export function openTo(permissions: readonly Permission[]): Station[] {
  return STATIONS.map((station) => ({ ...station, leaves: station.leaves.filter((leaf) => permissions.includes(leaf.needs)) })).filter(
    (station) => station.leaves.length > 0,
  );
}

export function firstOpen(permissions: readonly Permission[]): string | null {
  const leaves = [...TOP, ...STATIONS.flatMap((station) => station.leaves), ...ADMINISTRATION];
  return leaves.find((leaf) => permissions.includes(leaf.needs))?.to ?? null;
}

/** Whether a path is a page or lies under it. */
export function at(path: string, to: string): boolean {
  return path === to || path.startsWith(`${to}/`);
}
