import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntities, useMakeToken } from '../api/admin';
import type { Role } from '../api/session';
import { faultAt } from '../kit/faults';
import { Field } from '../kit/Field';
import { Form as Fields } from '../kit/Form';
import { Pick } from '../kit/Pick';
import { Refusal } from '../kit/Refusal';
import { Sheet } from '../kit/Sheet';
import { Buttons } from './AddPlace';

const LASTS = [365, 180, 90, 30];
const FOR_MACHINES: Role[] = ['DEVELOPER', 'RELEASE_MANAGER', 'SECURITY', 'VIEWER', 'AUDITOR'];

/** A token just made: the only time that its secret is seen. */
export interface Made {
  id: number;
  name: string;
  token: string;
}

interface Props {
  open: boolean;
  onClose: () => void;
  onMade: (made: Made) => void;
}

/** The form for a new token; the page shows the secret once. */
export function MakeToken({ open, onClose, onMade }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Sheet open={open} onClose={onClose} title={t('tokenAdd')}>
      <Form onClose={onClose} onMade={onMade} />
    </Sheet>
  );
}

function Form({ onClose, onMade }: Omit<Props, 'open'>) {
  const { t } = useTranslation('admin');
  const entities = useEntities();
  const make = useMakeToken();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('DEVELOPER');
  const [entity, setEntity] = useState('');
  const [applications, setApplications] = useState('');
  const [days, setDays] = useState(String(LASTS[0]));
  const chosen = entity || String(entities.data?.items[0]?.id ?? '');
  const submit = () =>
    make.mutate(
      {
        entityId: Number(chosen),
        name: name.trim(),
        roles: [role],
        applications: applications.split(/[,，、\s]+/).filter((one) => one !== ''),
        // A minute less, so that "a year" is not over the limit when it arrives.
        expiresAt: new Date(Date.now() + Number(days) * 86_400_000 - 60_000).toISOString(),
      },
      { onSuccess: (made) => onMade({ id: made.id, name: made.name, token: made.token }) },
    );
  return (
    <Fields className="narrow" onSubmit={submit}>
      <Field label={t('tokenName')} value={name} onValue={setName} required hint={t('tokenNameWhy')} error={faultAt(make.error, 'name')} />
      <Pick label={t('entity')} value={chosen} onValue={setEntity} options={(entities.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.name }))} />
      <Pick label={t('role')} value={role} onValue={(value) => setRole(value as Role)} hint={t(`does.${role}`)} options={FOR_MACHINES.map((one) => ({ value: one, label: t(`kit:role.${one}`) }))} />
      <Field label={t('applicationsOf')} value={applications} onValue={setApplications} hint={t('applicationsOptional')} error={faultAt(make.error, 'applications')} />
      <Pick label={t('expiresAt')} value={days} onValue={setDays} hint={t('expiresWhy')} error={faultAt(make.error, 'expiresAt')} options={LASTS.map((one) => ({ value: String(one), label: t('days', { days: one }) }))} />
      <Refusal error={make.error} placed={['name', 'applications', 'expiresAt']} />
      <Buttons verb={t('tokenAdd')} busy={make.isPending} onClose={onClose} />
    </Fields>
  );
}
