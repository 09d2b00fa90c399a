import { Drawer } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntities, useMakeToken } from '../api/admin';
import type { Role } from '../api/session';
import { Digest } from '../kit/Digest';
import { Field } from '../kit/Field';
import { Pick } from '../kit/Pick';
import { Refusal } from '../kit/Refusal';

const LASTS = [365, 180, 90, 30];
const FOR_MACHINES: Role[] = ['DEVELOPER', 'RELEASE_MANAGER', 'SECURITY', 'VIEWER', 'AUDITOR'];

interface Props {
  open: boolean;
  onClose: () => void;
}

/** The form for a new token; the secret is shown once. */
export function MakeToken({ open, onClose }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Drawer open={open} onClose={onClose} title={t('tokenAdd')} size={480} destroyOnHidden>
      <Form onClose={onClose} />
    </Drawer>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const entities = useEntities();
  const make = useMakeToken();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('DEVELOPER');
  const [entity, setEntity] = useState('');
  const [applications, setApplications] = useState('');
  const [days, setDays] = useState(String(LASTS[0]));
  const chosen = entity || String(entities.data?.items[0]?.id ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({
      entityId: Number(chosen),
      name,
      roles: [role],
      applications: applications.split(/[,，\s]+/).filter((one) => one !== ''),
      // A minute less, so that "a year" is not over the limit when it arrives.
      expiresAt: new Date(Date.now() + Number(days) * 86_400_000 - 60_000).toISOString(),
    });
  };
  if (make.data) {
    return (
      <div className="once">
        <h3>{t('tokenOnce')}</h3>
        <p className="s13 t2 mt4">{t('tokenOnceWhy')}</p>
        <p className="tokv mono mt12">
          <Digest value={make.data.token} whole />
        </p>
        <button type="button" className="btn mt12" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    );
  }
  return (
    <form className="narrow" onSubmit={submit}>
      <Field label={t('tokenName')} value={name} onValue={setName} required />
      <Pick label={t('entity')} value={chosen} onValue={setEntity} options={(entities.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.name }))} />
      <Pick label={t('role')} value={role} onValue={(value) => setRole(value as Role)} options={FOR_MACHINES.map((one) => ({ value: one, label: t(`kit:role.${one}`) }))} />
      <Field label={t('applicationsOptional')} value={applications} onValue={setApplications} />
      <Pick label={`${t('expiresAt')} · ${t('expiresWhy')}`} value={days} onValue={setDays} options={LASTS.map((one) => ({ value: String(one), label: t('days', { days: one }) }))} />
      <Refusal error={make.error} />
      <p className="row">
        <button type="submit" className="btn pri" disabled={make.isPending}>
          {t('tokenAdd')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
