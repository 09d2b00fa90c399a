const SHAPES = {
  home: ['M2.5 7.5 8 3l5.5 4.5V13H10V9.5H6V13H2.5z'],
  applications: ['M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z'],
  search: ['M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9', 'm10.5 10.5 3 3'],
  menu: ['M2.5 4h11M2.5 8h11M2.5 12h11'],
  gear: [
    'M8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
    'M8 1.8v1.8M8 12.4v1.8M1.8 8h1.8M12.4 8h1.8M3.6 3.6l1.3 1.3M11.1 11.1l1.3 1.3M3.6 12.4l1.3-1.3M11.1 4.9l1.3-1.3',
  ],
  moon: ['M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z'],
  sun: ['M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6', 'M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1'],
  down: ['m4.5 6.5 3.5 3.5 3.5-3.5'],
  up: ['m4.5 9.5 3.5-3.5 3.5 3.5'],
  left: ['m9.5 4.5-3.5 3.5 3.5 3.5'],
  right: ['m6.5 4.5 3.5 3.5-3.5 3.5'],
  close: ['m4.5 4.5 7 7M11.5 4.5l-7 7'],
  plus: ['M8 3.5v9M3.5 8h9'],
  sort: ['M5 3v10M2.8 10.8 5 13l2.2-2.2M9 4.5h4.5M9 8h3.5M9 11.5h2'],
  preview: ['M2.5 3h11v10h-11zM9.5 3v10'],
  download: ['M8 2.5v7.5M5 7.2 8 10.2l3-3M3 13.2h10'],
  anchor: ['M8 2.2a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2', 'M8 5.4v8.4M3 9c.3 3 2.3 4.8 5 4.8S12.7 12 13 9M5.5 8h5'],
  clock: ['M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2', 'M8 4.5V8l2.3 1.6'],
  chain: ['M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.7.7M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.7-.7'],
  copy: ['M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3'],
  refresh: ['M13 5.5A5.5 5.5 0 1 0 13.5 9M13.3 2.5v3.2h-3.2'],
  outside: ['M9 2.5h4.5V7M13.5 2.5 8 8M7 3.5H3v9.5h9.5V9'],
  person: ['M8 2.8a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4', 'M2.8 13.5c.5-2.6 2.6-4 5.2-4s4.7 1.4 5.2 4'],
  screen: ['M2.5 3h11v7.5h-11zM6 13.2h4M8 10.5v2.7'],
  help: ['M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2', 'M6.4 6.4a1.7 1.7 0 1 1 2.4 1.5c-.5.3-.8.6-.8 1.2M8 11.2v.1'],
  fold: ['M2.5 3h11v10h-11zM6 3v10M11 6 9 8l2 2'],
  unfold: ['M2.5 3h11v10h-11zM6 3v10M9 6l2 2-2 2'],
  finding: ['M8 2.2 13.8 13H2.2zM8 6.5v3M8 11.2v.1'],
  gate: ['M3 2.5v11M13 2.5v11M3 5.5h10M3 9.5h10'],
  ledger: ['M3.5 2.5h9v11h-9zM5.8 5.5h4.4M5.8 8h4.4M5.8 10.5h2.6'],
  run: ['M8 2a6 6 0 1 1-5.2 3M2.5 2.5v3h3', 'M8 5v3l2 1.5'],
  action: ['M5.5 3.5 12 8l-6.5 4.5z'],
  columns: ['M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10'],
  rows: ['M2.5 3.5h11M2.5 8h11M2.5 12.5h11'],
  star: ['m8 2.5 1.7 3.5 3.8.5-2.8 2.7.7 3.8L8 11.2 4.6 13l.7-3.8L2.5 6.5 6.3 6z'],
  check: ['m3 8.5 3.2 3.2L13 4.8'],
  pencil: ['m3 13 .6-3L10.8 2.8l2.4 2.4L6 12.4z'],
  key: ['M5.5 7.5a3 3 0 1 1 2.6 3l-.9.9H6v1.2H4.8v1.2H2.5v-2l3.2-3.2', 'M10.2 5.8v.1'],
  stop: ['M4 4h8v8H4z'],
} as const;

export type IconName = keyof typeof SHAPES;

/** A line drawing of 16 by 16; it never stands without a word or a label. */
export function Icon({ name, size = 16 }: { name: IconName; size?: 12 | 14 | 16 | 20 }) {
  return (
    <svg className="i" width={size} height={size} viewBox="0 0 16 16" style={{ width: size, height: size }} aria-hidden="true">
      {SHAPES[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}

/** The sign of the product: a stone with a streak of gold. */
export function Stone({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5.2 2.5 17 1.8l5 6.4-1.2 10.6-8.6 3.6-9-3.2L1.6 9z" fill="var(--neutral-text)" />
      <path d="m6.2 16.4 11-9.6" stroke="#D9A63C" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
