import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEntry, useHead, type EntryDetail } from '../api/ledger';
import { Digest } from '../kit/Digest';
import { Preview } from '../kit/Preview';
import { AnchorState } from '../kit/Provenance';
import { Failure, Loading } from '../kit/States';
import { exact, sequence } from '../kit/time';
import { VerdictShape } from '../kit/Verdict';
import { addressOf } from './subject';

interface Props {
  sequence: number;
  onMove: (step: 1 | -1) => void;
  onClose: () => void;
}

export function EntryPreview({ sequence: number, onMove, onClose }: Props) {
  const entry = useEntry(number);
  return (
    <Preview onMove={onMove} onClose={onClose} head={<span className="mono t2">{sequence(number)}</span>}>
      {entry.isPending && <Loading rows={4} />}
      {entry.isError && <Failure error={entry.error} retry={() => void entry.refetch()} />}
      {entry.data && <EntryBody entry={entry.data} />}
    </Preview>
  );
}

/** One entry, and the two beside it in the chain. */
export function EntryBody({ entry }: { entry: EntryDetail }) {
  const { t } = useTranslation('ledger');
  const before = useEntry(entry.sequence > 1 ? entry.sequence - 1 : null);
  const head = useHead();
  const after = useEntry(head.data && entry.sequence < head.data.sequence ? entry.sequence + 1 : null);
  const to = addressOf(entry.subject);
  return (
    <>
      <h2 className="mt4">{t(`commands.${entry.command}`, entry.command)}</h2>
      <dl className="kv mt12">
        <dt>{t('time')}</dt>
        <dd>{exact(entry.at)}</dd>
        <dt>{t('actor')}</dt>
        <dd>
          {entry.actor} <span className="t3 s12">{entry.actorId}</span>
        </dd>
        <dt>{t('subject')}</dt>
        <dd>{to ? <Link to={to}>{entry.subject}</Link> : entry.subject}</dd>
        <dt>{t('command')}</dt>
        <dd className="mono">{entry.command}</dd>
        <dt>{t('bodyDigest')}</dt>
        <dd>
          <Digest value={entry.bodyDigest} />
        </dd>
        <dt>{t('suite')}</dt>
        <dd>{entry.suite}</dd>
      </dl>
      <h3 className="mt20">{t('chain')}</h3>
      <ul className="chain mt8">
        {after.data && (
          <li>
            <VerdictShape verdict={after.data.previousHash === entry.hash ? 'PASS' : 'BLOCK'} size={14} />
            <span>
              <Link className="mono" to={`/ledger/${after.data.sequence}`}>
                {sequence(after.data.sequence)}
              </Link>
              <br />
              <span className="t3">
                {t('previousHash')} <span className="mono">{after.data.previousHash.slice(0, 12)}…</span>
                {after.data.previousHash !== entry.hash && <b className="danger"> {t('notLinked')}</b>}
              </span>
            </span>
          </li>
        )}
        <li className="on">
          <VerdictShape verdict={before.data && before.data.hash !== entry.previousHash ? 'BLOCK' : 'PASS'} size={14} />
          <span>
            <b className="mono">{sequence(entry.sequence)}</b>
            <br />
            <Digest value={entry.hash} />
            <br />
            <span className="t3">
              {t('previousHash')} <span className="mono">{entry.previousHash.slice(0, 12)}…</span>
              {before.data && before.data.hash !== entry.previousHash && <b className="danger"> {t('notLinked')}</b>}
            </span>
          </span>
        </li>
        {before.data && (
          <li>
            <VerdictShape verdict="PASS" size={14} />
            <span>
              <Link className="mono" to={`/ledger/${before.data.sequence}`}>
                {sequence(before.data.sequence)}
              </Link>
              <br />
              <span className="mono t3">{before.data.hash.slice(0, 12)}…</span>
            </span>
          </li>
        )}
      </ul>
      <p className="mt12 prov">
        <AnchorState anchored={entry.anchored} />
      </p>
      <h3 className="mt20">{t('body')}</h3>
      {entry.body === null || entry.body === undefined ? <p className="t2 mt4">{t('erased')}</p> : <pre className="bodyText mt8">{JSON.stringify(entry.body, null, 2)}</pre>}
    </>
  );
}
