import './ledger.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useEntry } from '../api/ledger';
import { useCrumbs } from '../kit/Crumbs';
import { Failure, Loading } from '../kit/States';
import { sequence } from '../kit/time';
import { EntryBody } from './EntryPreview';

/** One entry by its own address. */
export function EntryPage() {
  const { t } = useTranslation('ledger');
  const { sequence: text = '' } = useParams();
  const number = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  const entry = useEntry(number);
  useCrumbs({ label: t('station') }, { label: t('title'), to: '/ledger' }, { label: sequence(number) });
  if (number === 0) {
    return <Failure error={{ status: 404, title: '' }} />;
  }
  if (entry.isPending) {
    return <Loading />;
  }
  if (entry.isError) {
    return <Failure error={entry.error} retry={() => void entry.refetch()} />;
  }
  return (
    <div className="page entryPage">
      <p className="mono t2">{sequence(number)}</p>
      <EntryBody entry={entry.data} />
    </div>
  );
}
