import { Popover } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Icon } from './Icon';
import { useSay } from './Said';
import { useSavedViews, viewQuery } from './views';

export interface ShippedView {
  name: string;
  label: string;
  query: string;
}

interface Props {
  list: string;
  label: string;
  shipped: ShippedView[];
  /** What a shipped view leaves as it is, such as the application. */
  keep?: string[];
}

/** The views of a list as tabs: those that ship, then the person's own; a changed one can be kept or taken back. */
export function Views({ list, label, shipped, keep = [] }: Props) {
  const { t } = useTranslation('kit');
  const say = useSay();
  const [parameters, setParameters] = useSearchParams();
  const { views, save, drop } = useSavedViews(list);
  const [last, setLast] = useState('');
  const now = viewQuery(parameters);
  const asView = (query: string) => viewQuery(new URLSearchParams(query));
  const kept = (query: string) => {
    const whole = new URLSearchParams(query);
    keep.forEach((name) => parameters.get(name) && whole.set(name, parameters.get(name) ?? ''));
    return whole.toString();
  };
  const all = [...shipped.map((view) => ({ ...view, query: kept(view.query), own: false })), ...views.map((view) => ({ name: `own ${view.name}`, label: view.name, query: view.query, own: true }))];
  const current = all.find((view) => asView(view.query) === now);
  const show = (query: string) => {
    setLast(query);
    setParameters(query, { replace: true });
  };
  return (
    <div className="tabs views" role="group" aria-label={label}>
      {all.map((view) => (
        <span key={view.name} className={view === current ? 'viewTab on' : 'viewTab'}>
          <button type="button" aria-pressed={view === current} onClick={() => show(view.query)}>
            {view.label}
          </button>
          {view.own && view === current && (
            <button
              type="button"
              className="x"
              aria-label={t('dropView', { name: view.label })}
              onClick={() => {
                drop(view.label);
                say({ text: t('viewDropped', { name: view.label }), undo: () => save({ name: view.label, query: view.query }) });
              }}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </span>
      ))}
      {!current && (
        <button type="button" className="viewAct" onClick={() => show(last)}>
          {t('resetView')}
        </button>
      )}
      {!current && <SaveView onSave={(name) => save({ name, query: now })} taken={views.map((view) => view.name)} />}
    </div>
  );
}

function SaveView({ onSave, taken }: { onSave: (name: string) => void; taken: string[] }) {
  const { t } = useTranslation('kit');
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') {
      onSave(name.trim());
      setOpen(false);
      setName('');
    }
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <form className="saveView" onSubmit={submit}>
          <label className="fieldLabel" htmlFor="viewName">
            {t('viewName')}
          </label>
          <span className="row gap8">
            <span className="input sm">
              <input id="viewName" autoFocus maxLength={40} value={name} onChange={(event) => setName(event.target.value)} />
            </span>
            <button type="submit" className="btn sm pri">
              {t(taken.includes(name.trim()) ? 'replaceView' : 'keepView')}
            </button>
          </span>
          <span className="hint s12 t3">{t('viewsWhy')}</span>
        </form>
      }
    >
      <button type="button" className="viewAct">
        <Icon name="plus" size={14} />
        {t('saveView')}
      </button>
    </Popover>
  );
}
