import type { ReactNode } from 'react';
import type { IconName } from '../kit/Icon';

/** One line of the command palette. */
export interface Found {
  key: string;
  group: 'ids' | 'recent' | 'pages' | 'applications' | 'actions' | 'decisions' | 'findings';
  icon: IconName;
  label: string;
  more?: string | undefined;
  mark?: ReactNode;
  /** Where it leads, or what it does. */
  to?: string;
  act?: () => void;
}

const KINDS: Record<string, { to: string; icon: IconName }> = {
  F: { to: '/findings', icon: 'finding' },
  D: { to: '/gates/decisions', icon: 'gate' },
  R: { to: '/runs', icon: 'run' },
};

/** What an id or a ledger number leads to, without asking the server. */
export function byId(text: string): Pick<Found, 'icon' | 'label' | 'to'> | null {
  const named = /^([a-z][a-z0-9]*)-([fdr])-(\d{1,15})$/i.exec(text.trim());
  if (named) {
    const [, application = '', letter = '', number = ''] = named;
    const kind = KINDS[letter.toUpperCase()];
    const id = `${application.toUpperCase()}-${letter.toUpperCase()}-${number}`;
    return kind ? { icon: kind.icon, label: id, to: `${kind.to}/${id}` } : null;
  }
  const entry = /^#\s*([\d\s]{1,20})$/.exec(text.trim())?.[1]?.replaceAll(/\s/g, '');
  return entry ? { icon: 'ledger', label: `#${entry}`, to: `/ledger/${entry}` } : null;
}

/** Whether each word that was typed occurs in one of the texts. */
export function fits(typed: string, ...texts: string[]): boolean {
  const all = texts.join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** The next place in a list that begins again at its end. */
export function stepped(place: number, step: 1 | -1, length: number): number {
  return length === 0 ? 0 : (place + step + length) % length;
}
