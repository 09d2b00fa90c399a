import { Drawer } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddPerson, useDepartments, useEntities } from '../api/admin';
import { Field } from '../kit/Field';
import { Pick } from '../kit/Pick';
import { Refusal } from '../kit/Refusal';

interface Props {
  open: boolean;
  onClose: () => void;
}

/** The form for a new person. */
export function AddPerson({ open, onClose }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Drawer open={open} onClose={onClose} title={t('add')} size={480} destroyOnHidden>
      <Form onClose={onClose} />
    </Drawer>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const entities = useEntities();
  const departments = useDepartments();
  const add = useAddPerson();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [staffNumber, setStaffNumber] = useState('');
  const [entity, setEntity] = useState('');
  const [department, setDepartment] = useState('');
  const chosen = entity || String(entities.data?.items[0]?.id ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { entityId: Number(chosen), departmentId: department === '' ? undefined : Number(department), login, name, staffNumber: staffNumber === '' ? undefined : staffNumber },
      { onSuccess: onClose },
    );
  };
  return (
    <form className="narrow" onSubmit={submit}>
      <Field label={t('name')} value={name} onValue={setName} required />
      <Field label={t('login')} value={login} onValue={setLogin} autoComplete="off" required />
      <Field label={t('staffNumberOptional')} value={staffNumber} onValue={setStaffNumber} />
      <Pick label={t('entity')} value={chosen} onValue={(value) => { setEntity(value); setDepartment(''); }} options={(entities.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.name }))} />
      <Pick
        label={t('department')}
        value={department}
        onValue={setDepartment}
        options={[{ value: '', label: t('noDepartment') }, ...(departments.data?.items ?? []).filter((one) => String(one.entityId) === chosen).map((one) => ({ value: String(one.id), label: one.name }))]}
      />
      <Refusal error={add.error} />
      <p className="row">
        <button type="submit" className="btn pri" disabled={add.isPending}>
          {t('save')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
