const STRANGE: Record<string, string> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', c: 'ç', n: 'ñ', y: 'ý' };

/**
 * A text as no language has it: in brackets, with strange vowels and a third longer, its values left whole.
 * What a page shows without brackets did not come from the catalogues; what is cut has no room for German.
 */
export function strange(text: string): string {
  const parts = text.split(/(\{\{\w+\}\})/);
  const changed = parts.map((part) => (/^\{\{/.test(part) ? part : part.replace(/[A-Za-z]/g, (letter) => STRANGE[letter] ?? letter)));
  return `⟦${changed.join('')}${' ~'.repeat(Math.ceil(text.length / 6))}⟧`;
}

/** A whole catalogue made strange. */
export function strangeTree<Tree>(tree: Tree): Tree {
  if (typeof tree === 'string') {
    return strange(tree) as Tree;
  }
  return Object.fromEntries(Object.entries(tree as Record<string, unknown>).map(([key, value]) => [key, strangeTree(value)])) as Tree;
}
