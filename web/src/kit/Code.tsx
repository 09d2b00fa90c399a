import type { ReactNode } from 'react';

const KEYWORDS =
  'abstract|assert|boolean|break|byte|case|catch|char|class|const|continue|def|default|do|double|else|enum|export|extends|false|final|finally|float|for|from|func|function|if|implements|import|in|instanceof|int|interface|let|long|new|nil|none|null|package|private|protected|public|record|return|short|static|string|super|switch|this|throw|throws|true|try|type|val|var|void|while|yield';

const TOKENS = new RegExp(`(//.*$|/\\*.*?\\*/|#\\s.*$)|("(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*')|\\b(${KEYWORDS})\\b|\\b(\\d[\\d_.]*)\\b`, 'g');

/** One line of source with a little colour; all of it stays text. */
function tint(line: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const found of line.matchAll(TOKENS)) {
    parts.push(line.slice(at, found.index));
    const kind = found[1] ? 'c' : found[2] ? 's' : found[3] ? 'k' : 'd';
    parts.push(
      <span key={found.index} className={kind}>
        {found[0]}
      </span>,
    );
    at = found.index + found[0].length;
  }
  parts.push(line.slice(at));
  return parts;
}

export interface CodeMark {
  line: number;
  kind: 'hit' | 'step';
  note?: string | undefined;
}

interface Props {
  caption: ReactNode;
  text: string;
  firstLine: number;
  marks?: CodeMark[];
  /** All of it is what to take out, or what to put in. */
  tone?: 'add' | 'del';
}

/** An excerpt of source with its line numbers and the lines that matter. */
export function Code({ caption, text, firstLine, marks = [], tone }: Props) {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return (
    <figure className="code">
      <figcaption className="cap">{caption}</figcaption>
      <div className="scrollx" tabIndex={0}>
        <table>
          <tbody>
            {lines.map((line, place) => {
              const number = firstLine + place;
              const mark = marks.find((one) => one.line === number);
              return (
                <tr key={number} className={mark?.kind ?? tone}>
                  <td className="ln">
                    {mark?.kind === 'hit' && <span className="pt">▸</span>}
                    {tone ? (tone === 'add' ? '+' : '−') : firstLine > 0 ? number : ''}
                  </td>
                  <td className="src">
                    {tint(line)}
                    {mark?.note && (
                      <>
                        {'  '}
                        <span className={`mark${mark.kind === 'step' ? ' stp' : ''}`}>{mark.note}</span>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

/** A path shortened to its file; the whole stands in the tooltip and on the page of the thing. */
export function file(path: string, line?: number | null): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return line ? `${name}:${line}` : name;
}
