import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog';
import { Refusal } from './Refusal';

interface Props {
  title: string;
  children: ReactNode;
  /** The verb of the command, never "OK". */
  verb: string;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before what cannot be taken back, and says what follows from it. */
export function Confirm({ title, children, verb, busy, error, onConfirm, onClose }: Props) {
  const { t } = useTranslation('kit');
  return (
    <Dialog label={title} className="ask" onClose={onClose}>
      <h2>{title}</h2>
      <div className="t2 mt8">{children}</div>
      {Boolean(error) && (
        <div className="mt12">
          <Refusal error={error} />
        </div>
      )}
      <p className="row mt20 ends">
        <button type="button" className="btn" onClick={onClose} autoFocus>
          {t('cancel')}
        </button>
        <button type="button" className="btn bad" onClick={onConfirm} disabled={busy}>
          {verb}
        </button>
      </p>
    </Dialog>
  );
}
