import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../kit/Dialog';
import { Icon } from '../kit/Icon';
import { usePreference } from '../kit/preferences';

const GROUPS: { name: string; keys: { name: string; keys: string[] }[] }[] = [
  {
    name: 'everywhere',
    keys: [
      { name: 'palette', keys: ['Ctrl', 'K'] },
      { name: 'help', keys: ['?'] },
      { name: 'undo', keys: ['Z'] },
      { name: 'close', keys: ['Esc'] },
    ],
  },
  {
    name: 'lists',
    keys: [
      { name: 'move', keys: ['J', 'K'] },
      { name: 'open', keys: ['Enter'] },
      { name: 'preview', keys: ['P'] },
      { name: 'search', keys: ['/'] },
      { name: 'select', keys: ['X'] },
      { name: 'range', keys: ['Shift', 'X'] },
      { name: 'facets', keys: ['['] },
    ],
  },
  { name: 'finding', keys: [{ name: 'steps', keys: ['←', '→'] }] },
];

/** "?": every key there is, and the switch that turns them off. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app');
  const [keys, setKeys] = usePreference('keys', 'on');
  return (
    <Dialog label={t('help.title')} className="help" onClose={onClose}>
      <div className="row between">
        <h2>{t('help.title')}</h2>
        <button type="button" className="tool" onClick={onClose} aria-label={t('kit:close')}>
          <Icon name="close" />
        </button>
      </div>
      <div className="helpGroups mt12">
        {GROUPS.map((group) => (
          <section key={group.name}>
            <h3 className="s12 t3">{t(`help.${group.name}`)}</h3>
            <dl>
              {group.keys.map((one) => (
                <Fragment key={one.name}>
                  <dt>{t(`kit:keys.${one.name}`)}</dt>
                  <dd>
                    {one.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="row gap8 mt16 s13">
        <input type="checkbox" checked={keys === 'on'} onChange={(event) => setKeys(event.target.checked ? 'on' : 'off')} />
        {t('help.keysOn')}
      </label>
      <p className="s12 t3 mt4">{t('help.keysWhy')}</p>
    </Dialog>
  );
}
