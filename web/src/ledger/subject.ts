const KINDS: Record<string, string> = { F: '/findings/', R: '/runs/', D: '/gates/decisions/' };

/** The page of what an entry is about, where the id tells it. */
export function addressOf(subject: string): string | null {
  const found = /^([A-Z][A-Z0-9]*)-([A-Z])-\d+$/.exec(subject);
  const base = found?.[2] ? KINDS[found[2]] : undefined;
  return base ? base + subject : null;
}
