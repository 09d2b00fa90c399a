import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments, useGrant, useRevokeGrant, type Person, type ScopeRequest } from '../api/admin';
import { useMay, type Role } from '../api/session';
import { Choice, Segments } from '../kit/Choice';
import { faultAt } from '../kit/faults';
import { Field } from '../kit/Field';
import { Form } from '../kit/Form';
import { Pick } from '../kit/Pick';
import { PickApplication } from '../kit/PickApplication';
import { Refusal } from '../kit/Refusal';
import { useSay } from '../kit/Said';
import { inOrder } from './Tree';

export const BUSINESS_ROLES = ['DEVELOPER', 'CHAMPION', 'SECURITY', 'RELEASE_MANAGER', 'MANAGER', 'AUDITOR', 'ASSESSOR', 'VIEWER'] as const satisfies readonly Role[];
const SCOPES = ['ENTITY', 'DEPARTMENT', 'APPLICATION'] as const;
const PLACES = ['scope.entityId', 'scope.departmentId', 'scope.application', 'scope.kind'];

/** Grants a business role; the three administrators are appointed elsewhere, and hold no other role. */
export function GrantForm({ person }: { person: Person }) {
  const { t } = useTranslation('admin');
  const may = useMay();
  const say = useSay();
  const grant = useGrant();
  const back = useRevokeGrant();
  const departments = useDepartments();
  const [role, setRole] = useState<(typeof BUSINESS_ROLES)[number]>('DEVELOPER');
  const [kind, setKind] = useState<(typeof SCOPES)[number]>('ENTITY');
  const [place, setPlace] = useState('');
  const holds = (one: Role) => person.grants.some((held) => held.role === one && held.scope.kind === 'ENTITY' && held.scope.entityId === person.entity.id);
  const scope: ScopeRequest = {
    kind,
    ...(kind === 'ENTITY' ? { entityId: person.entity.id } : {}),
    ...(kind === 'DEPARTMENT' ? { departmentId: Number(place) } : {}),
    ...(kind === 'APPLICATION' ? { application: place } : {}),
  };
  const submit = () =>
    grant.mutate(
      { person: person.id, role, scope },
      {
        onSuccess: (made) =>
          say({
            text: t('granted', { name: person.name, role: t(`kit:role.${role}`) }),
            undo: () => back.mutate({ person: person.id, grant: made.id }),
          }),
      },
    );
  const fault = faultAt(grant.error, ...PLACES);
  return (
    <Form className="grantForm" label={t('grant')} onSubmit={submit}>
      <Choice
        label={t('role')}
        value={role}
        onValue={setRole}
        options={BUSINESS_ROLES.map((one) => ({ value: one, label: t(`kit:role.${one}`), why: t(`does.${one}`), not: holds(one) ? t('holdsAlready') : undefined }))}
      />
      <Segments
        label={t('scope')}
        value={kind}
        onValue={(next) => {
          setKind(next);
          setPlace('');
        }}
        options={SCOPES.map((one) => ({ value: one, label: t(`scopes.${one}`) }))}
      />
      {kind === 'DEPARTMENT' && (
        <Pick
          label={t('department')}
          value={place}
          onValue={setPlace}
          required
          error={fault}
          options={[{ value: '', label: t('choose') }, ...inOrder(departments.data?.items ?? [], person.entity.id).map((one) => ({ value: String(one.id), label: `${'　'.repeat(one.path.length - 1)}${one.name}` }))]}
        />
      )}
      {/* Who grants rights need not see the applications. */}
      {kind === 'APPLICATION' && !may('APPLICATION_READ') && <Field label={t('applicationKey')} value={place} onValue={(key) => setPlace(key.toUpperCase())} required error={fault} />}
      {kind === 'APPLICATION' && may('APPLICATION_READ') && <PickApplication value={place} onChange={setPlace} />}
      {kind === 'ENTITY' && <p className="s13 t2">{t('entityScope', { entity: person.entity.name })}</p>}
      <Refusal error={grant.error ?? back.error} placed={kind === 'ENTITY' ? [] : PLACES} />
      <button type="submit" className="btn pri" disabled={grant.isPending || (kind === 'ENTITY' && holds(role))}>
        {t('grantNow', { role: t(`kit:role.${role}`) })}
      </button>
    </Form>
  );
}
