import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddDepartment, useAddEntity, useDepartments, useEntities } from '../api/admin';
import { faultAt } from '../kit/faults';
import { Field } from '../kit/Field';
import { Form } from '../kit/Form';
import { Pick } from '../kit/Pick';
import { Refusal } from '../kit/Refusal';
import { useSay } from '../kit/Said';
import { Sheet } from '../kit/Sheet';
import { inOrder } from './Tree';

interface Props {
  what: 'entity' | 'department' | null;
  entity: string;
  parent: string;
  onClose: () => void;
}

/** The form for a new legal entity, or a new department of one. */
export function AddPlace({ what, entity, parent, onClose }: Props) {
  const { t } = useTranslation('admin');
  return (
    <Sheet open={what !== null} onClose={onClose} title={t(what === 'entity' ? 'addEntity' : 'addDepartment')}>
      {what === 'entity' && <EntityForm onClose={onClose} />}
      {what === 'department' && <DepartmentForm entity={entity} parent={parent} onClose={onClose} />}
    </Sheet>
  );
}

function EntityForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const add = useAddEntity();
  const say = useSay();
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const submit = () =>
    add.mutate(
      { key, name: name.trim() },
      {
        onSuccess: () => {
          say({ text: t('entityAdded', { name }) });
          onClose();
        },
      },
    );
  return (
    <Form className="narrow" onSubmit={submit}>
      <p className="t2 s13">{t('entityWhy')}</p>
      <Field label={t('name')} value={name} onValue={setName} required error={faultAt(add.error, 'name')} />
      <Field label={t('entityKey')} value={key} onValue={(value) => setKey(value.toUpperCase())} required pattern="[A-Z][A-Z0-9]{1,11}" hint={t('keyForm')} error={faultAt(add.error, 'key')} />
      <Refusal error={add.error} placed={['name', 'key']} />
      <Buttons verb={t('addEntity')} busy={add.isPending} onClose={onClose} />
    </Form>
  );
}

function DepartmentForm({ entity, parent, onClose }: { entity: string; parent: string; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const add = useAddDepartment();
  const say = useSay();
  const entities = useEntities();
  const departments = useDepartments();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(entity);
  const [below, setBelow] = useState(parent);
  const place = chosen || String(entities.data?.items[0]?.id ?? '');
  const submit = () =>
    add.mutate(
      { entityId: Number(place), name: name.trim(), ...(below === '' ? {} : { parentId: Number(below) }) },
      {
        onSuccess: () => {
          say({ text: t('departmentAdded', { name }) });
          onClose();
        },
      },
    );
  return (
    <Form className="narrow" onSubmit={submit}>
      <Field label={t('name')} value={name} onValue={setName} required error={faultAt(add.error, 'name')} />
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
        label={t('belowDepartment')}
        value={below}
        onValue={setBelow}
        error={faultAt(add.error, 'parentId')}
        options={[{ value: '', label: t('topDepartment') }, ...inOrder(departments.data?.items ?? [], Number(place)).map((one) => ({ value: String(one.id), label: `${'　'.repeat(one.path.length - 1)}${one.name}` }))]}
      />
      <Refusal error={add.error} placed={['name', 'parentId']} />
      <Buttons verb={t('addDepartment')} busy={add.isPending} onClose={onClose} />
    </Form>
  );
}

export function Buttons({ verb, busy, onClose }: { verb: string; busy: boolean; onClose: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <p className="row">
      <button type="submit" className="btn pri" disabled={busy}>
        {verb}
      </button>
      <button type="button" className="btn" onClick={onClose}>
        {t('cancel')}
      </button>
    </p>
  );
}
