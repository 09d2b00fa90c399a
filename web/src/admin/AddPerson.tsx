import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddPerson, useDepartments, useEntities } from '../api/admin';
import { faultAt } from '../kit/faults';
import { Field } from '../kit/Field';
import { Form as Fields } from '../kit/Form';
import { Pick } from '../kit/Pick';
import { Refusal } from '../kit/Refusal';
import { useSay } from '../kit/Said';
import { Sheet } from '../kit/Sheet';
import { Buttons } from './AddPlace';
import { inOrder } from './Tree';

interface Props {
  open: boolean;
  entity: string;
  department: string;
  onClose: () => void;
}

/** The form for a new person. */
export function AddPerson({ open, ...given }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Sheet open={open} onClose={given.onClose} title={t('add')}>
      <Form {...given} />
    </Sheet>
  );
}

function Form({ entity, department, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation('admin');
  const entities = useEntities();
  const departments = useDepartments();
  const add = useAddPerson();
  const say = useSay();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [staffNumber, setStaffNumber] = useState('');
  const [chosen, setChosen] = useState(entity);
  const [below, setBelow] = useState(department);
  const place = chosen || String(entities.data?.items[0]?.id ?? '');
  const submit = () =>
    add.mutate(
      { entityId: Number(place), departmentId: below === '' ? undefined : Number(below), login: login.trim(), name: name.trim(), staffNumber: staffNumber.trim() === '' ? undefined : staffNumber.trim() },
      {
        onSuccess: () => {
          say({ text: t('personAdded', { name }) });
          onClose();
        },
      },
    );
  return (
    <Fields className="narrow" onSubmit={submit}>
      <Field label={t('name')} value={name} onValue={setName} required error={faultAt(add.error, 'name')} />
      <Field label={t('login')} value={login} onValue={setLogin} autoComplete="off" required pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,63}" hint={t('loginForm')} error={faultAt(add.error, 'login')} />
      <Field label={t('staffNumberOptional')} value={staffNumber} onValue={setStaffNumber} error={faultAt(add.error, 'staffNumber')} />
      <Pick
        label={t('entity')}
        value={place}
        onValue={(value) => {
          setChosen(value);
          setBelow('');
        }}
        options={(entities.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
      />
      <Pick
        label={t('department')}
        value={below}
        onValue={setBelow}
        error={faultAt(add.error, 'departmentId')}
        options={[{ value: '', label: t('noDepartment') }, ...inOrder(departments.data?.items ?? [], Number(place)).map((one) => ({ value: String(one.id), label: `${'　'.repeat(one.path.length - 1)}${one.name}` }))]}
      />
      <p className="s12 t3">{t('addWhy')}</p>
      <Refusal error={add.error} placed={['name', 'login', 'staffNumber', 'departmentId']} />
      <Buttons verb={t('add')} busy={add.isPending} onClose={onClose} />
    </Fields>
  );
}
