import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFinding, type Finding } from '../api/findings';
import { Code, file } from '../kit/Code';
import { Preview } from '../kit/Preview';
import { SeverityMark } from '../kit/Severity';
import { Failure, Loading } from '../kit/States';
import { StatusMark } from '../kit/Status';
import { Time } from '../kit/Time';
import { excerpt } from './excerpt';

interface Props {
  id: string;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
}

/** A finding beside the list, with enough of it to judge. */
export function FindingPreview({ id, onMove, onClose }: Props) {
  const finding = useFinding(id);
  return (
    <Preview
      onMove={onMove}
      onClose={onClose}
      head={
        <>
          {finding.data && <SeverityMark severity={finding.data.severity} />}
          <span className="t3 s12">{id}</span>
        </>
      }
    >
      {finding.isPending && <Loading rows={5} />}
      {finding.isError && <Failure error={finding.error} retry={() => void finding.refetch()} />}
      {finding.data && <Body finding={finding.data} />}
    </Preview>
  );
}

function Body({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const code = excerpt(finding);
  return (
    <>
      <h2 className="mt4">{finding.title}</h2>
      <p className="s13 t2 mt4">
        {finding.cwes.map((cwe) => `CWE-${cwe}`).join(' · ')} {finding.cwes.length > 0 && '·'} {finding.application}
      </p>
      {code && (
        <div className="mt12">
          <Code caption={<span className="mono">{file(finding.path, finding.line)}</span>} text={code.text} firstLine={code.firstLine} marks={[{ line: finding.line, kind: 'hit' }]} />
        </div>
      )}
      <p className="s13 mt12 said">{finding.message}</p>
      <dl className="kv mt16">
        <dt>{t('status')}</dt>
        <dd>
          <StatusMark status={finding.status} />
        </dd>
        <dt>{t('place')}</dt>
        <dd className="mono">
          {finding.path}
          {finding.line > 0 && `:${finding.line}`}
        </dd>
        <dt>{t('firstSeen')}</dt>
        <dd>
          <Time at={finding.firstSeen} form="long" />
        </dd>
        <dt>{t('rule')}</dt>
        <dd>
          {finding.rule} <span className="t3">{finding.tool}</span>
        </dd>
        <dt>{t('onLines')}</dt>
        <dd className="mono">{finding.lines.join(', ')}</dd>
      </dl>
      <p className="row mt20">
        <Link className="btn pri" to={`/findings/${finding.id}`}>
          {t('open')} <kbd className="on">{'Enter'}</kbd>
        </Link>
      </p>
    </>
  );
}
