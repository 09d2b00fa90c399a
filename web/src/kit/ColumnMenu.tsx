import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { columnsInAddress, shownColumns, type Column } from './columns';
import { Icon } from './Icon';
import { usePreference } from './preferences';

const DENSITIES = ['dense', 'page', 'roomy'] as const;

export type Density = (typeof DENSITIES)[number];

/** How high rows are: as lists, as inside pages, or comfortable; kept for this browser. */
export function useDensity(): [Density, (next: string) => void] {
  const [kept, keep] = usePreference('density', 'dense');
  return [DENSITIES.find((one) => one === kept) ?? 'dense', keep];
}

interface Props<Name extends string> {
  columns: readonly Column<Name>[];
  label: (name: Name) => string;
  asked: readonly string[];
  onChange: (asked: string[] | null) => void;
}

/** Which columns a list shows (in the address) and how high its rows are (in the browser). */
export function ColumnMenu<Name extends string>({ columns, label, asked, onChange }: Props<Name>) {
  const { t } = useTranslation('kit');
  const [density, setDensity] = useDensity();
  const shown = shownColumns(columns, asked);
  const toggle = (name: Name) => onChange(columnsInAddress(columns, shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name]));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="colMenu">
          <fieldset>
            <legend className="s12 t3">{t('columns')}</legend>
            {columns.map((column) => (
              <label key={column.name} className="row gap8">
                <input type="checkbox" checked={shown.includes(column.name)} disabled={column.fixed} onChange={() => toggle(column.name)} />
                {label(column.name)}
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend className="s12 t3">{t('rowHeight')}</legend>
            {DENSITIES.map((one) => (
              <label key={one} className="row gap8">
                <input type="radio" name="density" checked={density === one} onChange={() => setDensity(one)} />
                {t(`density.${one}`)}
              </label>
            ))}
          </fieldset>
        </div>
      }
    >
      <button type="button" className="link row gap4 notPhone">
        <Icon name="columns" size={14} />
        {t('columns')}
      </button>
    </Popover>
  );
}
