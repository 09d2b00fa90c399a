import './admin.css';
import { useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useInstallPack, usePacks } from '../api/admin';
import { useMay } from '../api/session';
import { useCrumbs } from '../kit/Crumbs';
import { Digest } from '../kit/Digest';
import { Form } from '../kit/Form';
import { Icon } from '../kit/Icon';
import { Refusal } from '../kit/Refusal';
import { useSay } from '../kit/Said';
import { Sheet } from '../kit/Sheet';
import { Denied, Failure, forbidden, Loading, State } from '../kit/States';
import { useText } from '../kit/text';
import { number } from '../kit/time';
import { Time } from '../kit/Time';
import { Buttons } from './AddPlace';
import { packFiles, packId } from './packFiles';

/** The content packs: what ships, and what the organisation put beside it. */
export function PacksPage() {
  const { t } = useTranslation('admin');
  const text = useText();
  const may = useMay();
  const packs = usePacks();
  const [open, setOpen] = useState(false);
  useCrumbs({ label: t('title') }, { label: t('packs') });
  if (forbidden(packs.error)) {
    return <Denied title={t('packs')} error={packs.error} />;
  }
  return (
    <>
      <div className="lhead padded">
        <div className="row between">
          <h1>{t('packs')}</h1>
          {may('PACK_MANAGE') && (
            <button type="button" className="btn pri" onClick={() => setOpen(true)}>
              <Icon name="plus" size={14} />
              {t('installPack')}
            </button>
          )}
        </div>
        <p className="t2 s13 mt4">{t('packsWhy')}</p>
      </div>
      <section className="lmain" aria-label={t('packs')}>
        {packs.isPending && <Loading rows={4} />}
        {packs.isError && <Failure error={packs.error} retry={() => void packs.refetch()} />}
        {packs.data?.items.length === 0 && <State title={t('noPacks')}>{t('packsWhy')}</State>}
        {packs.data && packs.data.items.length > 0 && (
          <table className="tbl fix edge fnd">
            <colgroup>
              <col />
              <col className="m-seen" />
              <col className="m-state" />
              <col className="m-count" />
              <col className="m-count" />
              <col className="m-by" />
              <col className="m-by" />
              <col className="m-login" />
            </colgroup>
            <thead>
              <tr>
                {['pack', 'version', 'origin', 'policies', 'measured', 'licence', 'digest', 'installed'].map((column) => (
                  <th scope="col" key={column} className={['policies', 'measured'].includes(column) ? 'num' : ''}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {packs.data.items.map((pack) => (
                <tr key={`${pack.id}${pack.version}`}>
                  <td className="cut nm">
                    {text(pack.title)} <span className="t3 s12">{pack.id}</span>
                  </td>
                  <td className="mono">{pack.version}</td>
                  <td className="t2 d">{t(`origins.${pack.origin}`)}</td>
                  <td className="num d">{number(pack.policies)}</td>
                  <td className="num d">{number(pack.measuredRules)}</td>
                  <td className="t2 cut d">{pack.licence}</td>
                  <td className="d">
                    <Digest value={pack.digest} />
                  </td>
                  <td className="t2 cut d">{pack.installedAt ? <Time at={pack.installedAt} /> : t('withProduct')} {pack.installedBy}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <Sheet open={open} onClose={() => setOpen(false)} title={t('installPack')}>
        <Install onClose={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

function Install({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const install = useInstallPack();
  const say = useSay();
  const [files, setFiles] = useState<Record<string, string>>({});
  const [sent, setSent] = useState(false);
  const id = packId(files);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    if (event.target.files) {
      install.reset();
      void packFiles(event.target.files).then(setFiles);
    }
  };
  const submit = () => {
    setSent(true);
    if (id) {
      install.mutate(
        { id, files },
        {
          onSuccess: (pack) => {
            say({ text: t('packInstalled', { id: pack.id, version: pack.version }) });
            onClose();
          },
        },
      );
    }
  };
  return (
    <Form className="narrow" onSubmit={submit}>
      <p className="t2 s13">{t('packWhy')}</p>
      <label className="field">
        <span className="fieldLabel">{t('packFolder')}</span>
        <input type="file" multiple onChange={choose} {...{ webkitdirectory: '' }} />
      </label>
      {Object.keys(files).length > 0 && (
        <dl className="kv">
          <dt>{t('pack')}</dt>
          <dd className="mono">{id ?? '—'}</dd>
          <dt>{t('packFiles')}</dt>
          <dd>{Object.keys(files).sort().join(', ')}</dd>
        </dl>
      )}
      {sent && !id && <span className="fieldError" role="alert">{t('packNoId')}</span>}
      <Refusal error={install.error} />
      <Buttons verb={t('installPack')} busy={install.isPending} onClose={onClose} />
    </Form>
  );
}
