import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findingsCsv, type FindingFilter } from '../api/findings';
import { Dialog } from '../kit/Dialog';
import { Icon } from '../kit/Icon';
import { number } from '../kit/time';

/** The rows of the list as CSV; the dialog says beforehand that the ledger keeps who took them. */
export function Export({ filter, total }: { filter: FindingFilter; total: number | undefined }) {
  const { t } = useTranslation('findings');
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="btn sm" onClick={() => setOpen(true)}>
        <Icon name="download" size={14} />
        {t('export')}
      </button>
      {open && (
        <Dialog label={t('exportTitle')} className="ask" onClose={close}>
          <h2>{total === undefined ? t('exportTitle') : t('exportRows', { shown: number(total), count: total })}</h2>
          <p className="t2 mt8">{t('exportWhy')}</p>
          <p className="row mt20 ends">
            <button type="button" className="btn" onClick={close}>
              {t('kit:cancel')}
            </button>
            <a className="btn pri" href={findingsCsv(filter)} download="findings.csv" onClick={close}>
              {t('exportNow')}
            </a>
          </p>
        </Dialog>
      )}
    </>
  );
}
