type Tree = { [name: string]: Tree | string | number | boolean | (string | number)[] };

interface Tokens {
  color: { light: Tree; dark: Tree };
  elevation: { light: Record<string, string>; dark: Record<string, string> };
  type: { family: { ui: string; mono: string } };
}

function flat(tree: Tree | (string | number)[], path: string): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' ? flat(value as Tree, `${path}-${name}`) : [`${path}-${name}:${value}`],
  );
}

function block(selector: string, lines: string[]): string {
  return `${selector}{${lines.join(';')}}`;
}

/** The tokens as custom properties: color.light.neutral.text becomes --neutral-text. */
export function cssVariables(tokens: Tokens): string {
  const colors = (mode: 'light' | 'dark') => [
    `color-scheme:${mode}`,
    ...Object.entries(tokens.color[mode]).flatMap(([group, tree]) => flat(tree as Tree, `--${group}`)),
    ...Object.entries(tokens.elevation[mode]).map(([name, value]) => `--elevation-${name}:${value}`),
  ];
  return [
    block(':root', [
      `--type-ui:"Inter Variable",${tokens.type.family.ui}`,
      `--type-mono:"JetBrains Mono Variable",${tokens.type.family.mono}`,
      ...colors('light'),
    ]),
    block(":root[data-theme='dark']", colors('dark')),
  ].join('\n');
}
