import type { Finding, FlowStep } from '../api/findings';

export interface Excerpt {
  path: string;
  text: string;
  firstLine: number;
  line: number;
}

/** The source that the report carried for the place of the finding, if it did. */
export function excerpt(finding: Pick<Finding, 'locations' | 'snippet' | 'path' | 'line'>): Excerpt | null {
  const place = finding.locations.find((location) => (location.snippet ?? '').trim() !== '') ?? null;
  if (place?.snippet) {
    return { path: place.path, text: place.snippet, firstLine: place.startLine, line: finding.line };
  }
  return finding.snippet ? { path: finding.path, text: finding.snippet, firstLine: finding.line, line: finding.line } : null;
}

export function excerptOfStep(step: FlowStep): Excerpt | null {
  const { location } = step;
  return location.snippet ? { path: location.path, text: location.snippet, firstLine: location.startLine, line: location.startLine } : null;
}

/** The parts of a canonical identity: the name of the definition, then names and values, each as "length:text,". */
export function identityParts(canonical: string): { name: string; value: string }[] {
  const texts: string[] = [];
  let at = 0;
  while (at < canonical.length) {
    const colon = canonical.indexOf(':', at);
    const length = Number(canonical.slice(at, colon));
    const end = colon + 1 + length;
    if (colon < 0 || !Number.isInteger(length) || canonical[end] !== ',') {
      return [{ name: '', value: canonical }];
    }
    texts.push(canonical.slice(colon + 1, end));
    at = end + 1;
  }
  const parts: { name: string; value: string }[] = [];
  for (let place = 1; place + 1 < texts.length; place += 2) {
    parts.push({ name: texts[place] ?? '', value: texts[place + 1] ?? '' });
  }
  return parts.filter((part) => part.value !== '');
}
