import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDepartments, useEntities } from '../api/admin';
import { useChangeApplication, useRegisterApplication, type Application } from '../api/catalog';
import { Segments } from '../kit/Choice';
import { faultAt } from '../kit/faults';
import { Field } from '../kit/Field';
import { Form } from '../kit/Form';
import { Pick } from '../kit/Pick';
import { PickPerson } from '../kit/PickPerson';
import { Refusal } from '../kit/Refusal';
import { useSay } from '../kit/Said';
import { Sheet } from '../kit/Sheet';

const TIERS = ['1', '2', '3', '4'] as const;
const GRADES = ['1', '2', '3', '4', '5'] as const;
const EXPOSURES = ['INTERNET', 'DEDICATED_LINE', 'INTERNAL'] as const;

interface Facts {
  name: string;
  tier: (typeof TIERS)[number];
  grade: (typeof GRADES)[number];
  exposure: (typeof EXPOSURES)[number];
  owner: { id: number; name: string } | null;
  repository: string;
}

const UNKNOWN: Facts = { name: '', tier: '3', grade: '3', exposure: 'INTERNAL', owner: null, repository: '' };

function factsOf(application: Application): Facts {
  return {
    name: application.name,
    tier: TIERS.find((one) => Number(one) === application.tier) ?? '3',
    grade: GRADES.find((one) => Number(one) === application.dataGrade) ?? '3',
    exposure: application.exposure,
    owner: application.owner ?? null,
    repository: application.repository ?? '',
  };
}

function sent(facts: Facts) {
  return {
    name: facts.name.trim(),
    tier: Number(facts.tier),
    dataGrade: Number(facts.grade),
    exposure: facts.exposure,
    ...(facts.owner ? { ownerId: facts.owner.id } : {}),
    ...(facts.repository.trim() === '' ? {} : { repository: facts.repository.trim() }),
  };
}

const PLACED = ['name', 'tier', 'dataGrade', 'exposure', 'ownerId', 'repository', 'key', 'departmentId'];

/** Registers an application. */
export function RegisterApplication({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('catalog');
  return (
    <Sheet open={open} onClose={onClose} title={t('register')}>
      <RegisterForm onClose={onClose} />
    </Sheet>
  );
}

function RegisterForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const navigate = useNavigate();
  const say = useSay();
  const register = useRegisterApplication();
  const entities = useEntities();
  const departments = useDepartments();
  const [facts, setFacts] = useState(UNKNOWN);
  const [key, setKey] = useState('');
  const [department, setDepartment] = useState('');
  const entityOf = (id: number) => entities.data?.items.find((one) => one.id === id)?.name ?? '';
  const submit = () =>
    register.mutate(
      { key, departmentId: Number(department), ...sent(facts) },
      {
        onSuccess: (made) => {
          say({ text: t('registered', { name: made.name }) });
          onClose();
          void navigate(`/applications/${made.key}`);
        },
      },
    );
  return (
    <Form className="formCol" onSubmit={submit}>
      <Field label={t('name')} value={facts.name} onValue={(name) => setFacts({ ...facts, name })} required error={faultAt(register.error, 'name')} />
      <Field label={t('key')} value={key} onValue={(value) => setKey(value.toUpperCase())} required pattern="[A-Z][A-Z0-9]{1,11}" hint={t('keyForm')} error={faultAt(register.error, 'key')} />
      <Pick
        label={t('department')}
        value={department}
        onValue={setDepartment}
        required
        error={faultAt(register.error, 'departmentId')}
        options={[{ value: '', label: t('choose') }, ...(departments.data?.items ?? []).map((one) => ({ value: String(one.id), label: `${entityOf(one.entityId)} / ${one.name}` }))]}
      />
      <FactFields facts={facts} setFacts={setFacts} error={register.error} />
      <Refusal error={register.error} placed={PLACED} />
      <Buttons verb={t('register')} busy={register.isPending} onClose={onClose} />
    </Form>
  );
}

/** Changes what is known of an application; the change can be taken back. */
export function ChangeApplication({ application, open, onClose }: { application: Application; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('catalog');
  return (
    <Sheet open={open} onClose={onClose} title={t('changeTitle', { name: application.name })}>
      <ChangeForm application={application} onClose={onClose} />
    </Sheet>
  );
}

function ChangeForm({ application, onClose }: { application: Application; onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const say = useSay();
  const change = useChangeApplication();
  const before = factsOf(application);
  const [facts, setFacts] = useState(before);
  const submit = () =>
    change.mutate(
      { key: application.key, ...sent(facts) },
      {
        onSuccess: () => {
          say({ text: t('changed', { name: facts.name }), undo: () => change.mutate({ key: application.key, ...sent(before) }) });
          onClose();
        },
      },
    );
  return (
    <Form className="formCol" onSubmit={submit}>
      <Field label={t('name')} value={facts.name} onValue={(name) => setFacts({ ...facts, name })} required error={faultAt(change.error, 'name')} />
      <FactFields facts={facts} setFacts={setFacts} error={change.error} />
      <p className="s12 t3">{t('changeWhy')}</p>
      <Refusal error={change.error} placed={PLACED} />
      <Buttons verb={t('keep')} busy={change.isPending} onClose={onClose} />
    </Form>
  );
}

function FactFields({ facts, setFacts, error }: { facts: Facts; setFacts: (facts: Facts) => void; error: unknown }) {
  const { t } = useTranslation('catalog');
  return (
    <>
      <Segments label={t('tier')} value={facts.tier} onValue={(tier) => setFacts({ ...facts, tier })} options={TIERS.map((one) => ({ value: one, label: t(`tiers.${one}`) }))} />
      <Segments label={t('dataGrade')} value={facts.grade} onValue={(grade) => setFacts({ ...facts, grade })} options={GRADES.map((one) => ({ value: one, label: t('grade', { grade: one }) }))} />
      <Segments label={t('exposure')} value={facts.exposure} onValue={(exposure) => setFacts({ ...facts, exposure })} options={EXPOSURES.map((one) => ({ value: one, label: t(`exposures.${one}`) }))} />
      <PickPerson label={t('owner')} value={facts.owner} onChange={(owner) => setFacts({ ...facts, owner })} error={faultAt(error, 'ownerId')} />
      <Field label={t('repositoryOptional')} value={facts.repository} onValue={(repository) => setFacts({ ...facts, repository })} maxLength={500} error={faultAt(error, 'repository')} />
    </>
  );
}

function Buttons({ verb, busy, onClose }: { verb: string; busy: boolean; onClose: () => void }) {
  const { t } = useTranslation('catalog');
  return (
    <p className="row">
      <button type="submit" className="btn pri" disabled={busy}>
        {verb}
      </button>
      <button type="button" className="btn" onClick={onClose}>
        {t('kit:cancel')}
      </button>
    </p>
  );
}
