import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, FlowStep } from '../api/findings';
import { Code, file, type CodeMark } from '../kit/Code';
import { Icon } from '../kit/Icon';
import { useKeys } from '../kit/list';
import { excerpt, excerptOfStep, type Excerpt } from './excerpt';

function Source({ shown, marks, children }: { shown: Excerpt | null; marks: CodeMark[]; children?: React.ReactNode }) {
  const { t } = useTranslation('findings');
  if (!shown) {
    return (
      <div className="note">
        <span className="grow">{t('noSource')}</span>
        {children}
      </div>
    );
  }
  return (
    <Code
      caption={
        <>
          <span className="mono grow" title={shown.path}>
            {file(shown.path)}
          </span>
          {children}
        </>
      }
      text={shown.text}
      firstLine={shown.firstLine}
      marks={marks}
    />
  );
}

/** The way of the data, step by step beside the source; without a flow the place alone. */
export function Where({ finding }: { finding: Finding }) {
  return (
    <>
      {finding.flow.length > 0 ? <Walk finding={finding} /> : <Place finding={finding} />}
      {finding.locations.length > 1 && <Locations finding={finding} />}
    </>
  );
}

function Place({ finding }: { finding: Finding }) {
  return (
    <div className="mt16">
      <Source shown={excerpt(finding)} marks={[{ line: finding.line, kind: 'hit' }]} />
    </div>
  );
}

function kind(flow: FlowStep[], place: number): 'source' | 'pass' | 'sink' {
  return place === 0 ? 'source' : place === flow.length - 1 ? 'sink' : 'pass';
}

function Walk({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const { flow } = finding;
  const [at, setAt] = useState(flow.length - 1);
  const step = flow[at];
  const go = (to: number) => setAt(Math.min(flow.length - 1, Math.max(0, to)));
  useKeys({
    ArrowLeft: (event) => {
      event.preventDefault();
      go(at - 1);
    },
    ArrowRight: (event) => {
      event.preventDefault();
      go(at + 1);
    },
  });
  const own = excerpt(finding);
  const last = at === flow.length - 1;
  // The excerpt of the finding shows more around its place than the step does.
  const shown = last && own && own.path === step?.location.path ? own : step ? excerptOfStep(step) : null;
  const marks: CodeMark[] = step ? [{ line: step.location.startLine, kind: last ? 'hit' : 'step', note: `${at + 1} ${step.message ?? ''}` }] : [];
  return (
    <div className="walk mt16">
      <ol className="steps" aria-label={t('flow')}>
        {flow.map((one, place) => (
          <li key={`${place}${one.location.path}`} className={`${place === at ? 'on' : ''}${place === flow.length - 1 ? ' hit' : ''}`}>
            <button type="button" onClick={() => go(place)} aria-current={place === at ? 'step' : undefined}>
              <span className="no">{place + 1}</span>
              <span className="grow">
                <b>{t(`step.${kind(flow, place)}`)}</b> <span className="t2">{one.message}</span>
                <br />
                <span className="mono t2" title={one.location.path}>
                  {file(one.location.path, one.location.startLine)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className="grow">
        <Source shown={shown} marks={marks}>
          <span className="notPhone nw t3">
            <kbd>←</kbd> <kbd>→</kbd>
          </span>
          <span className="nw" role="status">{t('stepOf', { step: at + 1, all: flow.length })}</span>
          <button type="button" className="tool mini" disabled={at === 0} onClick={() => go(at - 1)} aria-label={t('kit:previous')}>
            <Icon name="up" size={12} />
          </button>
          <button type="button" className="tool mini" disabled={at === flow.length - 1} onClick={() => go(at + 1)} aria-label={t('kit:next')}>
            <Icon name="down" size={12} />
          </button>
        </Source>
      </div>
    </div>
  );
}

function Locations({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  return (
    <section className="mt24">
      <div className="sect-h">
        <h2>{t('locations')}</h2>
        <span className="n">{finding.locations.length}</span>
      </div>
      <table className="tbl">
        <tbody>
          {finding.locations.map((location, place) => (
            <tr key={`${place}${location.path}`}>
              <td className="mono breaks">
                {location.path}
                {location.startLine > 0 && `:${location.startLine}`}
                {location.endLine > location.startLine && `–${location.endLine}`}
              </td>
              <td className="t2 breaks">{location.symbol}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
