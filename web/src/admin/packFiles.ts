/** The id that a pack's own description gives it. */
export function packId(files: Record<string, string>): string | null {
  return /^id:\s*["']?([\w.-]+)/m.exec(files['pack.yml'] ?? '')?.[1] ?? null;
}

/** The texts of the chosen files, by their path below the folder that holds pack.yml. */
export async function packFiles(chosen: FileList): Promise<Record<string, string>> {
  const paths = [...chosen].map((file) => ({ file, path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath }));
  const root = paths.find(({ path }) => path === 'pack.yml' || path.endsWith('/pack.yml'))?.path.slice(0, -'pack.yml'.length) ?? '';
  const texts = await Promise.all(paths.filter(({ path }) => path.startsWith(root)).map(async ({ file, path }) => [path.slice(root.length), await file.text()] as const));
  return Object.fromEntries(texts);
}
